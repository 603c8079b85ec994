//! What runs in the browser: small behaviours on top of pages that work without.

#![expect(
    unreachable_pub,
    reason = "the island macro writes the functions again, as public ones"
)]

mod bump_play;
pub mod calls;
mod chart_tips;
mod copy_buttons;
mod copy_image;
mod deck_builder;
mod deck_count;
mod dom;
mod draft_answers;
mod in_place;
mod merge;
mod search_box;
mod table_tools;
mod upload_box;

pub use bump_play::BumpPlay;
pub use chart_tips::ChartTips;
pub use copy_buttons::CopyButtons;
pub use copy_image::CopyImage;
pub use deck_builder::DeckBuilder;
pub use deck_count::DeckCount;
pub use draft_answers::DraftAnswers;
pub use in_place::{ChartAdd, ProvinceFollow};
pub use search_box::SearchBox;
pub use table_tools::TableTools;
pub use upload_box::UploadBox;
