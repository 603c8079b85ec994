// Prints collapsed sources too. Style sheets do so in most browsers, but in Firefox only since version 143.
addEventListener("beforeprint", () => {
  for (const collapsed of document.querySelectorAll("details.cited")) collapsed.open = true;
});

// Hydrates the islands of a page. A page without islands loads only this file.
const nodes = document.querySelectorAll("leptos-island");
if (nodes.length > 0) {
  const islands = await import("./ISLANDS_JS");
  await islands.default({ module_or_path: new URL("./ISLANDS_WASM", import.meta.url) });
  islands.hydrate();

  // An island is exported under its name and a hash of its source. The hash depends on the compiler,
  // so if page and bundle come from different compilers, only the names match.
  const name = (id) => id.replace(/_\d+$/, "");
  const find = (id) =>
    islands[id] ?? islands[Object.keys(islands).find((key) => name(key) === name(id))];

  // In document order, so an outer island is hydrated before those in its slot.
  for (const node of nodes) {
    if (!node.isConnected) continue;
    const island = find(node.dataset.component);
    if (!island) {
      console.warn(`No island ${node.dataset.component} in this bundle.`);
      continue;
    }
    // The slot provides the outer island's context to the inner one.
    node.closest("leptos-children")?.$$on_hydrate?.();
    await island(node);
  }
  document.documentElement.dataset.hydrated = "";
}
