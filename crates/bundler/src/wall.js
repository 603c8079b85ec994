// Moves a wall on, but only when the next page has answered: a server that is away for a while costs nothing
// but time. Keys follow the links of the page. Without this script the page moves itself, as browsers do it.
{
  const { next, seconds } = document.querySelector("main.wall").dataset;
  const says = document.getElementById("wall-says");
  const AGAIN = 5000;
  let timer;

  const go = async (to) => {
    clearTimeout(timer);
    try {
      const answer = await fetch(to, { cache: "no-cache", signal: AbortSignal.timeout(10000) });
      if (!answer.ok) throw new Error(answer.statusText);
      // Not into the history, which would grow for days.
      location.replace(to);
    } catch {
      says.textContent = says.dataset.lost;
      timer = setTimeout(go, AGAIN, to);
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
