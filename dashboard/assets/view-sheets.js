/* Sheets: the button that prints them. */

(function () {
  "use strict";

  window.asReportedSite.actions.print = () => window.print();
})();
