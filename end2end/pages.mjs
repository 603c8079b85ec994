// One page of each kind. axe walks them, their width is checked, pictures are taken of them.

/** Where the status is not 200 it is part of what the page promises. */
const kinds = [
  { name: "home", path: "" },
  { name: "ranking-sipas", path: "/rankings/sipas/2022" },
  { name: "ranking-par-index", path: "/rankings/par_index/2022" },
  { name: "ranking-pci", path: "/rankings/pci/2016" },
  { name: "ranking-papi", path: "/rankings/papi/2018" },
  { name: "ranking-online-services", path: "/rankings/online_services/2021" },
  { name: "ranking-dti", path: "/rankings/dti/2022" },
  { name: "provinces", path: "/provinces" },
  { name: "province", path: "/provinces/nghe-an" },
  { name: "province-merged", path: "/provinces/lao-cai" },
  { name: "province-before", path: "/provinces/lao-cai-63" },
  { name: "briefing", path: "/provinces/nghe-an/briefing" },
  { name: "briefing-merged", path: "/provinces/lao-cai/briefing" },
  { name: "briefing-region", path: "/regions/34-bac-trung-bo/briefing" },
  { name: "briefing-country", path: "/briefing" },
  { name: "indicators", path: "/indicators" },
  { name: "indicator", path: "/indicators/par_index" },
  { name: "search", path: "/search?q=nghe+an" },
  { name: "sources", path: "/sources" },
  { name: "api", path: "/api" },
  { name: "since", path: "/since/pci/2016?years=3&highlight=nghe-an" },
  { name: "since-broken", path: "/since/papi/2018?years=5" },
  { name: "feeds", path: "/feeds" },
  { name: "wall-form", path: "/wall" },
  { name: "not-found", path: "/khong-co", status: 404 },
  { name: "bad-request", path: "/rankings/pci/2016?sort=bad", status: 400 },
];

export const languages = ["vi", "en"];
export const schemes = ["light", "dark"];
export const widths = [390, 1440];

/** Every kind in every language: `{ name, lang, path, status }`. */
export const pages = kinds.flatMap(({ name, path, status = 200 }) =>
  languages.map((lang) => ({ name, lang, path: `/${lang}${path}`, status })),
);
