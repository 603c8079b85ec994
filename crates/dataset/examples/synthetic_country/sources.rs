//! Sources: the publisher's table of each indicator and year, and the press of each province.

use crate::{
    Options,
    units::{Unit, provinces},
};

/// The file of excluded rows, with one of them.
pub(super) const LEFT_OUT: &str = "origin,indicator,component,province,year,value,unit,rank,rank_of,source,reason_vi,reason_en\n\
     gia-lap.csv:1,Số liệu giả lập,,vn,2025,1,,,,,Dòng giả lập,A synthetic row\n";

/// Returns the id of the publisher's table.
pub(super) fn publisher(indicator: u32, year: u32) -> String {
    format!("gl{indicator}-{year}")
}

/// Returns the id of the second source of the figures of a province and its communes.
pub(super) fn press(province: &str) -> String {
    format!("bao-{province}")
}

pub(super) fn file(options: &Options, units: &[Unit]) -> String {
    let mut text = "id,title,publisher,url,published,kind,note\n".to_owned();
    for indicator in 1..=options.indicators {
        for year in options.years() {
            text += &format!(
                "{},Số liệu giả lập: chỉ số {indicator} năm {year},Nhà công bố giả lập,\
                 https://example.org/gia-lap/{indicator}/{year},{}-03-31,publisher,Không phải số liệu thật\n",
                publisher(indicator, year),
                year + 1
            );
        }
    }
    for province in provinces(units) {
        text += &format!(
            "{},Số liệu giả lập về {name},Báo giả lập {name},,,press,Không phải số liệu thật\n",
            press(&province.slug),
            name = province.name
        );
    }
    text
}
