/* Once every script is there: what follows from the page is done, as it is after a change of a served one. */

document.addEventListener("DOMContentLoaded", () => window.asReportedSite.settle());
