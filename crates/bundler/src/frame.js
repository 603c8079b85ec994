// Inside a frame on another site: reports the height of the content, so that the host can resize the frame.
// It is the height of the content, not of the frame; it is not confidential, so it is sent to any origin.
{
  const main = document.querySelector("main");
  const host = window.parent;
  let last = 0;

  // Measured without a scrollbar, which would make the content narrower and so taller.
  const measure = () => {
    const { style } = document.documentElement;
    style.overflow = "hidden";
    const { height } = main.getBoundingClientRect();
    style.overflow = "";
    return Math.ceil(height);
  };
  const report = () => {
    const height = measure();
    if (height === 0) return;
    last = height;
    const id = window.name || location.href;
    const send = (message) => host.postMessage(message, "*");
    send({ type: "thuocdo-height", version: 1, id, height });
    // The messages that the scripts of Datawrapper, AMP and Medium listen for.
    send({ "datawrapper-height": { [id]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  };

  if (main && host !== window) {
    // Also when images load, the figures are opened or closed, or the frame is resized.
    new ResizeObserver(() => {
      if (measure() !== last) report();
    }).observe(main);
    addEventListener("load", report);
    // A host script that loads after the frame asks for the height.
    addEventListener("message", ({ source, data }) => {
      if (source === host && data && data.type === "thuocdo-ask") report();
    });
  }
}
