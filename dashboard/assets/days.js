/* Plain dates, counted in UTC so that no zone and no clock change can move one. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  const DAY = 86400000;

  site.ordinal = function (day) {
    return Date.parse(day.slice(0, 10) + "T00:00:00Z") / DAY;
  };

  site.iso = function (number) {
    return new Date(number * DAY).toISOString().slice(0, 10);
  };

  /* A position on an axis: a plain date, or a date with a time of day that says where between two days it lies. */
  site.fraction = function (position) {
    const [day, time] = String(position).split(/[ T]/);
    const [hours, minutes] = (time || "0:0").split(":");
    return site.ordinal(day) + (Number(hours) + Number(minutes || 0) / 60) / 24;
  };
})();
