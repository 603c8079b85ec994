// Inside a frame on another site: says how high the content is, so that the frame can follow it. The height
// is that of the content, whatever the frame's own; it is no secret, so any site may know it.
{
  const main = document.querySelector("main");
  const host = window.parent;
  let last = 0;

  // As high as without a scrollbar, which would make the content narrower and so lower.
  const measured = () => {
    const { style } = document.documentElement;
    style.overflow = "hidden";
    const { height } = main.getBoundingClientRect();
    style.overflow = "";
    return Math.ceil(height);
  };
  const tell = () => {
    const height = measured();
    if (height === 0) return;
    last = height;
    const id = window.name || location.href;
    const send = (message) => host.postMessage(message, "*");
    send({ type: "thuocdo-height", version: 1, id, height });
    // What the scripts of Datawrapper, AMP and Medium listen to.
    send({ "datawrapper-height": { [id]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  };

  if (main && host !== window) {
    // Also when pictures arrive, the figures open or close, the frame gets wider.
    new ResizeObserver(() => {
      if (measured() !== last) tell();
    }).observe(main);
    addEventListener("load", tell);
    // A script that comes after the frame asks again.
    addEventListener("message", ({ source, data }) => {
      if (source === host && data && data.type === "thuocdo-ask") tell();
    });
  }
}
