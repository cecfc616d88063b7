"""As Reported: an interactive timeline of dated, reported incidents.

Reading order is import order. A module imports only from lines above its own, and a test reads this map:

    language                        the words of the interface, in one language
    errors                          what is wrong, where, and what to do about it
    edtf                            dates as sources give them, and their words
    readability                     how hard a text is to read
    descriptor                      the shape that datapackage.json must have
    schema                          what the data package's descriptor declares
    tables                          rows of text with the number the spreadsheet shows
    checks                          everything that can be wrong with a package, found in one pass
    dataset                         a checked package, ready to read
    derive                          what follows from reports: corroboration, itemised counts, firsts, lag
    selection                       what the reader asked for: one frozen value, one query string
    activities                      what a class does with a selection: exercises by rule, each with its key
    figures, exporters              views of a selection; pure functions
    stories                         guided readings: text in steps, each beside a view, every number computed
    explained                       what a word means, and who an outlet or an actor is
    classes                         what a teacher shows a class, for as long as it is shown
    components                      parts of pages, and their ids
    pages                           one module per page
    still                           pages as files: their HTML, a whole site, a lesson
    api                             the same selections as JSON and CSV
    app                             assembly of the site, and what it sends before any script runs
    cli                             assembly of the command line
"""

__version__ = "0.1.0"
