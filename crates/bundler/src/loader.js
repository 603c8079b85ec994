// Folded sources are printed too. Style sheets do it in most browsers, but in Firefox only since version 143.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details.cited")) folded.open = true;
});

// Wakes the islands of a page. A page without any loads nothing more than this file.
const nodes = document.querySelectorAll("leptos-island");
if (nodes.length > 0) {
  const islands = await import("./ISLANDS_JS");
  await islands.default({ module_or_path: new URL("./ISLANDS_WASM", import.meta.url) });
  islands.hydrate();

  // An island is exported as its name and a hash of its source. The compiler makes the hash,
  // so where two compilers made page and bundle, the name alone must do.
  const name = (id) => id.replace(/_\d+$/, "");
  const find = (id) =>
    islands[id] ?? islands[Object.keys(islands).find((key) => name(key) === name(id))];

  // In the order of the page, so an outer island wakes before those in its slot.
  for (const node of nodes) {
    if (!node.isConnected) continue;
    const island = find(node.dataset.component);
    if (!island) {
      console.warn(`No island ${node.dataset.component} in this bundle.`);
      continue;
    }
    // The slot lends the inner island the outer one's context.
    node.closest("leptos-children")?.$$on_hydrate?.();
    await island(node);
  }
  document.documentElement.dataset.hydrated = "";
}
