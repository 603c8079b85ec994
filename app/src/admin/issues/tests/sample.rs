//! What a file gives for each kind of issue.

use domain::{
    Text,
    upload::{Arg, IssueKind},
};

pub(super) fn text(text: &str) -> Arg {
    Arg::Text(text.into())
}

pub(super) fn both(vi: &str, en: &str) -> Arg {
    Arg::Both(Text::new(vi, en))
}

fn whole(value: f64) -> Arg {
    Arg::Number(value, 0)
}

/// What a file gives for each kind: found, args.
pub(super) fn sample(kind: IssueKind) -> (&'static str, Vec<Arg>) {
    use IssueKind as K;
    match kind {
        K::EmptyFile | K::PasswordProtected | K::OpenQuote | K::NoTable => ("", vec![]),
        K::NoProvinceColumn | K::NoValueColumn | K::NoIndicator | K::NoYear => ("", vec![]),
        K::NoSource => ("www.example.vn", vec![]),
        K::UnknownType => ("", vec![both("tài liệu PDF", "a PDF document")]),
        K::NotReadable => ("", vec![text("invalid Zip archive")]),
        K::FileTooLarge => ("", vec![whole(50.0)]),
        K::TooManyRows => ("", vec![whole(2_000_000.0)]),
        K::ReadingTime => ("", vec![whole(60.0)]),
        K::ReadingMemory => ("", vec![whole(1_500.0)]),
        K::ReaderEnded => ("", vec![text("exit status: 101")]),
        K::TooManyCells => ("", vec![whole(40_000_000.0)]),
        K::BrokenText => ("H\u{fffd} N\u{fffd}i", vec![text("UTF-8")]),
        K::DamagedText => ("T?nh", vec![whole(63.0)]),
        K::ScannedPdf => ("", vec![whole(12.0)]),
        K::CoveredCells => ("Năm 2014", vec![whole(2.0)]),
        K::FootnoteMarks => ("1", vec![whole(5.0)]),
        K::UncalculatedFormula => ("", vec![]),
        K::Converted | K::UnsureEncoding => ("", vec![text("Windows-1258")]),
        K::LegacyFont => ("", vec![text("TCVN3")]),
        K::LongRow | K::ShortRow => ("", vec![whole(9.0), whole(8.0)]),
        K::SeparatorFound => ("", vec![text("semicolon")]),
        K::NoSuchSheet => ("Sheet9", vec![text("Tổng hợp"), text("2016")]),
        K::SeveralSheets => ("", vec![text("2015"), text("2016")]),
        K::OtherYearSheet => ("PCI 2015", vec![Arg::Year(2015), Arg::Year(2016)]),
        K::HiddenSheet => ("Nháp", vec![]),
        K::NoSuchHeader => ("90", vec![Arg::Row(68)]),
        K::TitleRows | K::FootRows | K::PercentCells | K::MergedCells | K::HiddenCells | K::MixedDecimals => {
            ("", vec![whole(1.0)])
        }
        K::SecondTable => ("", vec![Arg::Row(1070)]),
        K::UnknownColumn => ("Ghi chú", vec![]),
        K::UnsureColumn | K::EmptyColumn => ("Gia nhập", vec![text("value:entry:2016")]),
        K::TwoColumns => ("Điểm", vec![text("value"), text("Điểm số")]),
        K::SameHeader => ("Điểm", vec![text("D")]),
        K::ComponentNotInYear => ("", vec![both("Cạnh tranh", "Competition"), Arg::Year(2010)]),
        K::UnknownItem => ("DDCI", vec![whole(63.0)]),
        K::LookAlike => ("Bộ Tài chính", vec![both("bảng của các bộ", "a table of ministries")]),
        K::OtherYear => ("", vec![Arg::Year(2015), Arg::Year(2016)]),
        K::NoMethod => ("", vec![text("PAR INDEX"), Arg::Year(2030)]),
        K::UnknownProvince => ("Atlantis", vec![]),
        K::NearProvince => ("Quảng Nin", vec![text("Quảng Ninh"), text("Quảng Nam")]),
        K::AmbiguousProvince => ("Quang", vec![text("Quảng Ninh"), text("Quảng Nam")]),
        K::ProvinceNotThen => {
            let dates = both("đến hết ngày 1/8/2008", "until 1 August 2008");
            ("Hà Tây", vec![text("Hà Tây"), dates, Arg::Year(2016)])
        }
        K::CodeDisagrees => ("01", vec![text("Hà Giang"), text("Hà Nội")]),
        K::MixedUnits => ("", vec![text("Hà Giang"), text("Tuyên Quang (mới)")]),
        K::MatchedName => ("TP HCM", vec![text("TP. Hồ Chí Minh")]),
        K::AbsentProvince => ("", vec![text("Quảng Ninh")]),
        K::NotANumber => ("tám mươi", vec![]),
        K::AmbiguousNumber => ("1.217", vec![Arg::Number(1.217, 3), whole(1217.0)]),
        K::FormulaError => ("#REF!", vec![]),
        K::DateNotNumber => ("2016-05-12", vec![]),
        K::BlankValue => ("", vec![text("Điểm")]),
        K::NoFigureMark => ("KXĐ", vec![]),
        K::OutOfScale => ("8667", vec![whole(0.0), whole(100.0)]),
        K::OtherDenominator => ("12,38/14", vec![whole(14.0), whole(13.0)]),
        K::FractionNotPercent => ("", vec![Arg::Number(0.9012, 4)]),
        K::BadRank => ("64", vec![whole(63.0)]),
        K::NotWhole => ("1.217", vec![]),
        K::BadYear => ("20x6", vec![text("2016"), text("30/6/2016")]),
        K::DuplicateSame => ("", vec![text("C14")]),
        K::DuplicateDiffers => ("86.67", vec![text("87.66"), text("C14")]),
        K::SumDiffers => {
            let parts = vec![Arg::Number(86.57, 2), Arg::Number(86.67, 2), text("Quảng Ninh")];
            ("86.67", parts)
        }
        K::RankDiffers => ("3", vec![whole(5.0), text("Quảng Ninh")]),
        K::Jump => ("8.67", vec![Arg::Number(86.67, 2), Arg::Year(2015), text("Quảng Ninh")]),
        K::SameAsOtherYear => ("", vec![Arg::Year(2015)]),
        K::ZeroTotal => {
            let parts = vec![Arg::Number(60.74, 2), whole(0.0), text("Hà Nội")];
            ("0", parts)
        }
        K::ZeroColumn => ("0", vec![text("PCI"), whole(63.0), whole(63.0)]),
        K::ZeroValue => ("0", vec![text("Hà Nội"), text("PCI")]),
        K::SameValue => {
            let args = vec![text("PCI"), whole(40.0), whole(63.0), Arg::Number(60.74, 2)];
            ("", args)
        }
        K::SameRow => ("60.74", vec![text("Hà Nam"), text("Hà Nội")]),
        K::LevelShift => {
            let middle = |value| Arg::Number(value, 2);
            ("", vec![text("PCI"), middle(59.12), Arg::Year(2015), middle(5.91)])
        }
        K::OrderUnlike => ("", vec![text("PCI"), Arg::Number(0.02, 2), Arg::Number(0.59, 2)]),
        K::RowsMoved => ("", vec![text("PCI"), Arg::Number(0.11, 2), Arg::Number(0.64, 2)]),
        K::SortedAlone | K::OrderUnexplained => ("", vec![text("PCI"), Arg::Number(0.05, 2), Arg::Number(0.61, 2)]),
        K::SwappedColumns => ("", vec![text("Gia nhập"), text("Tiếp cận")]),
        K::TotalUnexplained => ("", vec![text("PCI"), whole(10.0), Arg::Year(2017)]),
        K::PublishedDiffers => ("", vec![text("PCI"), whole(60.0), whole(63.0), Arg::Year(2016)]),
        K::PublishedErased => ("", vec![Arg::Number(58.52, 2), text("Lai Châu")]),
        K::OddDecimals => ("60.7411", vec![whole(4.0), whole(2.0), text("Hà Nội")]),
        K::UnevenDecimals => ("", vec![text("PCI"), whole(13.0), whole(63.0), whole(4.0)]),
        K::FarFromOthers => {
            let args = vec![Arg::Number(52.99, 2), Arg::Number(70.0, 2), text("Hà Nội")];
            ("607.41", args)
        }
        K::MoreIssues => ("not-a-number", vec![whole(5_000.0)]),
        K::YearFromName => ("PCI 2016.xlsx", vec![Arg::Year(2016)]),
        K::Preliminary => ("Sơ bộ 2016", vec![whole(63.0)]),
        K::UnknownTier => ("Loại B", vec![text("Tốt"), text("Khá")]),
    }
}
