//! Writes the data files of a synthetic country, to measure how the program grows with its data:
//! `cargo run --release -p dataset --example synthetic_country -- DIR --units 3355 --years 15 --components 40`.
//!
//! Units are the provinces and, beyond 34, communes. Figures are generated and named as such ("giả lập"): indicators,
//! components and sources. The same options always give the same files.

#![expect(clippy::print_stdout, reason = "prints what was written")]

mod figures;
mod indicators;
mod sources;
mod units;

use std::{error::Error, fmt, fs, ops::RangeInclusive, path::PathBuf, process::ExitCode};

use indicators::Indicator;

/// The newest year. Units have no first day, so that they have figures in all years of the list since 2025.
const LAST_YEAR: u32 = 2025;

const USAGE: &str = "synthetic_country DIR --units N --years N --components N [--indicators N]";

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| write(&options)) {
        Ok(rows) => {
            println!("{rows} rows of figures");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("synthetic_country: {error}");
            ExitCode::FAILURE
        }
    }
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

struct Options {
    folder: PathBuf,
    units: u32,
    years: u32,
    components: u32,
    indicators: u32,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            folder: arguments.next().ok_or(USAGE)?.into(),
            units: 0,
            years: 0,
            components: 0,
            indicators: 4,
        };
        while let Some(name) = arguments.next() {
            let number = arguments.next().ok_or(USAGE)?.parse()?;
            match name.as_str() {
                "--units" => options.units = number,
                "--years" => options.years = number,
                "--components" => options.components = number,
                "--indicators" => options.indicators = number,
                _ => return Err(USAGE.into()),
            }
        }
        if options.units == 0 || options.indicators == 0 || !(1..=100).contains(&options.years) {
            return Err(USAGE.into());
        }
        if options.components / options.indicators < 2 {
            return Err("each indicator needs at least two components".into());
        }
        Ok(options)
    }

    fn years(&self) -> RangeInclusive<u32> {
        LAST_YEAR + 1 - self.years..=LAST_YEAR
    }
}

/// Writes all files and returns the number of rows with figures. The folder must not exist yet: files of another
/// country would remain in it.
fn write(options: &Options) -> Result<usize> {
    let folder = &options.folder;
    let units = units::units(options.units)?;
    fs::create_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    fs::create_dir_all(folder.join("catalogue/indicators"))?;
    fs::create_dir(folder.join("bundled"))?;
    for (path, text) in [
        ("catalogue/provinces.csv", units::provinces_file(&units)),
        ("catalogue/regions.csv", units::regions_file()),
        ("catalogue/province-regions.csv", "province,region\n".to_owned()),
        ("catalogue/province-names.csv", units::NAMES_HEADER.to_owned()),
        ("catalogue/aliases.csv", units::aliases_file(&units)),
        ("bundled/sources.csv", sources::file(options, &units)),
        ("bundled/left-out.csv", sources::LEFT_OUT.to_owned()),
    ] {
        fs::write(folder.join(path), text)?;
    }
    let mut rows = 0;
    for number in 1..=options.indicators {
        let indicator = Indicator::new(options, number);
        let id = &indicator.id;
        let definition = folder.join(format!("catalogue/indicators/{id}.toml"));
        fs::write(definition, indicator.to_toml(options))?;
        rows += figures::write(&folder.join(format!("bundled/{id}.csv")), options, &indicator, &units)?;
    }
    Ok(rows)
}

/// A value in hundredths of a point.
#[derive(Clone, Copy)]
struct Points(u32);

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// Pseudo-random numbers (SplitMix64) that start from what they are for, whatever else is generated.
struct Random(u64);

impl Random {
    fn new(subject: &[u32]) -> Self {
        let mix = |state: Self, part: &u32| Self(Self(state.0 ^ u64::from(*part)).next());
        subject.iter().fold(Self(42), mix)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 to below the limit, which must not be 0.
    fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap_or_default()
    }
}
