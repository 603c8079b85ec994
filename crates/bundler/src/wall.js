// Advances a slideshow, but only once the next page has responded, so that it survives a server outage.
// Keys follow the links of the page. Without this script, the browser refreshes the page by itself.
{
  const { next, seconds } = document.querySelector("main.wall").dataset;
  const status = document.getElementById("wall-says");
  const RETRY_DELAY = 5000;
  let timer;

  const go = async (to) => {
    clearTimeout(timer);
    try {
      const response = await fetch(to, { cache: "no-cache", signal: AbortSignal.timeout(10000) });
      if (!response.ok) throw new Error(response.statusText);
      // Without a history entry: the history would grow for days.
      location.replace(to);
    } catch {
      status.textContent = status.dataset.lost;
      timer = setTimeout(go, RETRY_DELAY, to);
    }
  };
  if (next) timer = setTimeout(go, seconds * 1000, next);

  const links = {
    ArrowRight: "a[rel=next]",
    PageDown: "a[rel=next]",
    ArrowLeft: "a[rel=prev]",
    PageUp: "a[rel=prev]",
    " ": "a.wall-switch",
  };
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in links)) return;
    event.preventDefault();
    go(document.querySelector(links[event.key]).href);
  });
}
