"""Numbers as people write them in words, for the words of stories and for reading those of accounts."""

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """A number as a word, up to ninety-nine: "forty-two"; digits past that: "1,000"."""
    if number < len(UNITS):
        return UNITS[number]
    if number > 99:
        return f"{number:,}"
    tens, unit = divmod(number, 10)
    return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")
