// One page of each kind, for the accessibility checks, the width checks and the screenshots.

/** `status` is the expected HTTP status, 200 by default. */
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
  { name: "rebased-scores", path: "/rankings/pci/2016?basis=rebased&highlight=lao-cai" },
  { name: "rebased-counts", path: "/rankings/online_services/2021?basis=rebased" },
  { name: "compare-start", path: "/compare" },
  { name: "compare", path: "/compare?provinces=nghe-an,ha-tinh,thanh-hoa&indicator=papi&year=2019&from=2016" },
  { name: "compare-sparse", path: "/compare?provinces=nghe-an&peers=region&indicator=par_index&year=2023" },
  { name: "compare-merged", path: "/compare?provinces=lao-cai,nghe-an&indicator=pci&year=2016" },
  { name: "why", path: "/provinces/nghe-an/papi/why?year=2017" },
  { name: "why-refused", path: "/provinces/nghe-an/papi/why?year=2019" },
  { name: "why-not-reproduced", path: "/provinces/nghe-an/pci/why?year=2012&from=2011" },
  { name: "why-sparse", path: "/provinces/nghe-an/par_index/why" },
  { name: "what-if", path: "/provinces/nghe-an/papi/what-if?year=2019&environment=7.5" },
  { name: "map-score", path: "/map/pci/2016?highlight=nghe-an" },
  { name: "map-band", path: "/map/papi/2018?kind=band" },
  { name: "map-change", path: "/map/pci/2016?kind=change" },
  { name: "map-refused", path: "/map/sipas/2022?kind=change&from=2021" },
  { name: "indicators", path: "/indicators" },
  { name: "indicator", path: "/indicators/par_index" },
  { name: "search", path: "/search?q=nghe+an" },
  { name: "search-code", path: "/search?q=15" },
  { name: "sources", path: "/sources" },
  { name: "api", path: "/api" },
  { name: "since", path: "/since/pci/2016?years=3&highlight=nghe-an" },
  { name: "since-broken", path: "/since/papi/2018?years=5" },
  { name: "dispersion", path: "/dispersion/pci" },
  { name: "dispersion-groups", path: "/dispersion/papi" },
  { name: "feeds", path: "/feeds" },
  { name: "slideshow-form", path: "/wall" },
  { name: "not-found", path: "/khong-co", status: 404 },
  { name: "bad-what-if", path: "/provinces/nghe-an/papi/what-if?year=2019&environment=12", status: 400 },
  { name: "bad-map", path: "/map/pci/2016?kind=bad", status: 400 },
  { name: "bad-request", path: "/rankings/pci/2016?sort=bad", status: 400 },
];

export const languages = ["vi", "en"];
export const schemes = ["light", "dark"];
export const widths = [390, 1440];

/** Every page in every language: `{ name, lang, path, status }`. */
export const pages = kinds.flatMap(({ name, path, status = 200 }) =>
  languages.map((lang) => ({ name, lang, path: `/${lang}${path}`, status })),
);
