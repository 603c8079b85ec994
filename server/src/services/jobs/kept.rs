//! What was understood lately.

use std::{collections::VecDeque, sync::Arc};

use super::{import_preview::ImportPreview, job::Key};

/// Pages of a draft come several times in a row: few are enough.
const MOST: usize = 6;
/// Figures of all of them together: a file of a million rows leaves room for no other.
const MOST_FIGURES: usize = 400_000;

/// What has more figures than this goes before another file is looked at: two of a million rows at once
/// would take more memory than a small machine has.
const LARGE: usize = 100_000;

/// The latest first.
#[derive(Debug, Default)]
pub(super) struct Kept(VecDeque<(Key, Arc<ImportPreview>)>);

impl Kept {
    pub(super) fn get(&mut self, key: &Key) -> Option<Arc<ImportPreview>> {
        let at = self.0.iter().position(|(k, _)| k == key)?;
        let found = self.0.remove(at)?;
        let examined = Arc::clone(&found.1);
        self.0.push_front(found);
        Some(examined)
    }

    /// Lets go of what ran into a limit, for the file with this hash.
    pub(super) fn forget_limited(&mut self, hash: &str) {
        self.0.retain(|(key, examined)| key.0 != hash || !examined.limited());
    }

    /// Lets go of what is large.
    pub(super) fn make_room(&mut self) {
        self.0.retain(|(_, examined)| examined.weight() <= LARGE);
    }

    /// The newest always stays, however large it is.
    pub(super) fn put(&mut self, key: Key, examined: Arc<ImportPreview>) {
        self.0.push_front((key, examined));
        let mut figures = 0;
        let mut fits = 0;
        for (_, examined) in &self.0 {
            figures += examined.weight();
            if fits > 0 && (figures > MOST_FIGURES || fits == MOST) {
                break;
            }
            fits += 1;
        }
        self.0.truncate(fits);
    }
}
