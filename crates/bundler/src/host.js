// Sets the height of every Thước Đo frame to that of its content.
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
  // Asks frames that loaded before this script. "*": a frame may not have reached its origin yet.
  var s = d.currentScript;
  if (s)
    each(function (i, o) {
      if (o === new URL(s.src).origin) i.contentWindow.postMessage({ type: "thuocdo-ask" }, "*");
    });
})(window, document);
