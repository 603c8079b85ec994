//! An empty table to fill in: the provinces of a year, the columns of an indicator.

use domain::{Catalogue, ComponentId, Date, IndicatorId, Lang, ProvinceList};
use messages::admin::files as w;

use crate::services::csv_table::Table;

/// The file: a row for each province that existed at the end of the year, a column for each component.
pub(crate) fn template(catalogue: &Catalogue, indicator: IndicatorId, year: i32, lang: Lang) -> String {
    let about = catalogue.indicator(indicator);
    let mut header = [w::CODE, w::PROVINCE].map(|text| text.get(lang).to_owned()).to_vec();
    let total = about.component(ComponentId::TOTAL);
    header.push(total.name_in(Some(year)).get(lang).to_owned());
    let parts = about.components().skip(1).filter(|(_, c)| c.exists_in(year));
    header.extend(parts.map(|(_, c)| c.name_in(Some(year)).get(lang).to_owned()));
    let mut table = Table::new(&header);
    let basis = ProvinceList::on(Date::year_end(year));
    for (_, province) in catalogue.provinces.existing(year, basis) {
        let mut row = vec![province.code.clone(), province.name_in(year).get(lang).to_owned()];
        row.resize(header.len(), String::new());
        table.row(&row);
    }
    table.finish()
}
