// Gives every frame of Thước Đo the height of its content.
(function (w, d) {
  if (w.thuocdo) return;
  w.thuocdo = 1;
  function each(f) {
    [].forEach.call(d.getElementsByTagName("iframe"), function (i) {
      if (i.src) f(i, new URL(i.src).origin);
    });
  }
  w.addEventListener("message", function (e) {
    var m = e.data;
    if (!m || m.type !== "thuocdo-height" || !(m.height > 0 && m.height < 1e5)) return;
    each(function (i, o) {
      if (i.contentWindow === e.source && o === e.origin) i.style.height = m.height + "px";
    });
  });
  // Frames that spoke before this script was there. "*": one may still be on its way to its origin.
  var s = d.currentScript;
  if (s)
    each(function (i, o) {
      if (o === new URL(s.src).origin) i.contentWindow.postMessage({ type: "thuocdo-ask" }, "*");
    });
})(window, document);
