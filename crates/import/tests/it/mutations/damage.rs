//! Damage that a column may suffer on its way into a file.

use domain::{ComponentId, Observation, Place, ProvinceId, Quantity, Snapshot, TableKey, upload::Reading};

use super::values::{digits, drop_digit, exchange, moved, scaled};

/// The extent of the damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A whole column or a large part of it.
    Column,
    /// One or two cells, by amounts that may be a true change: without a sum, a rank or a large jump it cannot be
    /// recognised.
    Cell,
}

pub(super) struct Damage {
    pub(super) name: &'static str,
    pub(super) scope: Scope,
    with: fn(&mut Column<'_>) -> bool,
}

/// One column of a file.
struct Column<'a> {
    reading: Reading,
    /// Entries with values, in the order of the rows.
    cells: Vec<usize>,
    component: ComponentId,
    full: &'a Snapshot,
}

impl Damage {
    /// Returns the file with one column damaged; `None` if that changes nothing.
    pub(super) fn apply(&self, sound: &Reading, component: ComponentId, full: &Snapshot) -> Option<Reading> {
        let mut cells: Vec<usize> = (0..sound.entries.len())
            .filter(|at| sound.entries[*at].key.component == component && sound.entries[*at].claim.value.is_some())
            .collect();
        cells.sort_by_key(|at| sound.entries[*at].at.row);
        let mut column = Column {
            reading: sound.clone(),
            cells,
            component,
            full,
        };
        let done = (self.with)(&mut column);
        (done && column.reading != *sound).then_some(column.reading)
    }
}

const fn column_damage(name: &'static str, with: fn(&mut Column<'_>) -> bool) -> Damage {
    Damage {
        name,
        scope: Scope::Column,
        with,
    }
}

const fn cell_damage(name: &'static str, with: fn(&mut Column<'_>) -> bool) -> Damage {
    Damage {
        name,
        scope: Scope::Cell,
        with,
    }
}

pub(super) const DAMAGES: &[Damage] = &[
    column_damage("ten times", |c| c.each(|q, _| scaled(q, 10.0))),
    column_damage("a tenth", |c| c.each(|q, _| scaled(q, 0.1))),
    column_damage("a hundredth", |c| c.each(|q, _| scaled(q, 0.01))),
    column_damage("five added", |c| c.each(|q, _| moved(q, 5.0))),
    column_damage("1.15 times", |c| c.each(|q, _| scaled(q, 1.15))),
    column_damage("all zero", |c| {
        c.each(|q, _| Quantity {
            value: 0.0,
            digits: 0,
            ..q
        })
    }),
    column_damage("all equal", |c| {
        let middle = c.sorted()[c.cells.len() / 2];
        c.each(|_, _| middle)
    }),
    column_damage("shifted down", |c| c.permute(|values| values.rotate_right(1))),
    column_damage("shifted up", |c| c.permute(|values| values.rotate_left(1))),
    column_damage("shifted by three", |c| c.permute(|values| values.rotate_left(3))),
    column_damage("halves exchanged", |c| {
        let half = c.cells.len() / 2;
        c.permute(|values| values.rotate_left(half))
    }),
    column_damage("turned around", |c| c.permute(|values| values.reverse())),
    column_damage("values sorted alone", |c| {
        c.permute(|values| values.sort_by(|a, b| a.value.total_cmp(&b.value)))
    }),
    // The table was in the order of the scores, then only the names were sorted.
    column_damage("names sorted alone", |c| {
        c.permute(|values| values.sort_by(|a, b| b.value.total_cmp(&a.value)))
    }),
    column_damage("swapped with another column", |c| c.swap()),
    column_damage("last year's values", |c| c.other_year(|_| true)),
    column_damage("half from the year before", |c| c.other_year(|row| row % 2 == 0)),
    column_damage("first half from the year before", |c| {
        let half = c.cells.len() / 2;
        c.other_year(|row| row < half)
    }),
    column_damage("first digit dropped", |c| {
        c.each(|q, _| digits(q, |text| drop_digit(text, 0)))
    }),
    column_damage("a digit dropped in every value", |c| {
        c.each(|q, row| digits(q, |text| drop_digit(text, row % text.len())))
    }),
    column_damage("decimal mark lost", |c| {
        c.each(|q, _| digits(q, |text| text.replace('.', "")))
    }),
    column_damage("complement", |c| {
        let Some((low, high)) = c.scale() else { return false };
        c.each(|q, _| moved(Quantity { value: -q.value, ..q }, low + high))
    }),
    column_damage("negative", |c| c.each(|q, _| Quantity { value: -q.value, ..q })),
    column_damage("ranks turned around", |c| c.ranks(|ranks| ranks.reverse())),
    column_damage("ranks shifted", |c| c.ranks(|ranks| ranks.rotate_left(1))),
    column_damage("a third filled down", |c| {
        let (first, n) = (c.value(0), c.cells.len());
        c.each(|q, row| if row < n / 3 { first } else { q })
    }),
    column_damage("whole rows pasted over others", |c| c.paste_rows()),
    column_damage("every column ten times", |c| c.everywhere(|q| scaled(q, 10.0))),
    column_damage("every column a tenth", |c| c.everywhere(|q| scaled(q, 0.1))),
    column_damage("half a point added everywhere", |c| c.everywhere(|q| moved(q, 0.5))),
    column_damage("every value zero", |c| {
        c.everywhere(|q| Quantity {
            value: 0.0,
            digits: 0,
            ..q
        })
    }),
    column_damage("names of the whole table moved by a row", |c| {
        c.move_names(|names| names.rotate_left(1))
    }),
    column_damage("names of the whole table sorted", |c| {
        // The table was in the order of this column.
        let order = c.order();
        c.move_names(|names| {
            let old = names.to_vec();
            for (place, row) in order.iter().enumerate() {
                names[*row] = old[place];
            }
        })
    }),
    column_damage("sorted by another column's order", |c| {
        c.permute(|values| {
            let n = values.len();
            values.rotate_left(n / 3);
            values.reverse();
        })
    }),
    cell_damage("last digit dropped in every value", |c| {
        c.each(|q, _| digits(q, |text| drop_digit(text, text.len() - 1)))
    }),
    cell_damage("best and worst exchanged", |c| {
        let sorted = c.sorted();
        let (worst, best) = (sorted[0], sorted[sorted.len() - 1]);
        c.each(|q, _| match q.value {
            v if v == worst.value => best,
            v if v == best.value => worst,
            _ => q,
        })
    }),
    cell_damage("a digit dropped in one value", |c| {
        let odd = c.cells.len() / 2;
        c.each(|q, row| {
            if row == odd {
                digits(q, |text| drop_digit(text, row % text.len()))
            } else {
                q
            }
        })
    }),
    cell_damage("two digits exchanged in one value", |c| {
        let odd = c.cells.len() / 3;
        c.each(|q, row| if row == odd { digits(q, exchange) } else { q })
    }),
    cell_damage("decimal mark lost in one value", |c| {
        let odd = c.cells.len() / 4;
        c.each(|q, row| {
            if row == odd {
                digits(q, |text| text.replace('.', ""))
            } else {
                q
            }
        })
    }),
    cell_damage("one value a tenth", |c| {
        c.each(|q, row| if row == 7 { scaled(q, 0.1) } else { q })
    }),
    cell_damage("one value zero", |c| {
        c.each(|q, row| {
            if row == 9 {
                Quantity {
                    value: 0.0,
                    digits: 0,
                    ..q
                }
            } else {
                q
            }
        })
    }),
    cell_damage("a footnote mark as one more digit", |c| {
        c.each(|q, row| {
            if row == 11 {
                digits(q, |text| format!("{text}1"))
            } else {
                q
            }
        })
    }),
];

impl Column<'_> {
    fn value(&self, row: usize) -> Quantity {
        self.reading.entries[self.cells[row]].claim.value.unwrap()
    }

    fn each(&mut self, change: impl Fn(Quantity, usize) -> Quantity) -> bool {
        for row in 0..self.cells.len() {
            let new = change(self.value(row), row);
            self.reading.entries[self.cells[row]].claim.value = Some(new);
        }
        true
    }

    /// Returns true for the first column of a file, for which damage of the whole file is counted.
    fn first(&self) -> bool {
        let entries = self.reading.entries.iter();
        entries.map(|entry| entry.key.component).min() == Some(self.component)
    }

    /// Changes every value of the file.
    fn everywhere(&mut self, change: impl Fn(Quantity) -> Quantity) -> bool {
        if !self.first() {
            return false;
        }
        for entry in &mut self.reading.entries {
            entry.claim.value = entry.claim.value.map(&change);
        }
        true
    }

    /// Permutes the values among the rows.
    fn permute(&mut self, change: impl FnOnce(&mut [Quantity])) -> bool {
        let mut values: Vec<Quantity> = (0..self.cells.len()).map(|row| self.value(row)).collect();
        change(&mut values);
        self.each(|_, row| values[row])
    }

    fn sorted(&self) -> Vec<Quantity> {
        let mut values: Vec<Quantity> = (0..self.cells.len()).map(|row| self.value(row)).collect();
        values.sort_by(|a, b| a.value.total_cmp(&b.value));
        values
    }

    fn ranks(&mut self, change: impl FnOnce(&mut [Option<u16>])) -> bool {
        let cells = self.cells.iter();
        let mut ranks: Vec<Option<u16>> = cells.map(|at| self.reading.entries[*at].claim.rank).collect();
        if ranks.iter().flatten().count() < ranks.len() / 2 {
            return false;
        }
        change(&mut ranks);
        for (at, rank) in self.cells.iter().zip(ranks) {
            self.reading.entries[*at].claim.rank = rank;
        }
        true
    }

    fn scale(&self) -> Option<(f64, f64)> {
        let key = self.reading.entries[*self.cells.first()?].key;
        self.full
            .catalogue
            .indicator(key.indicator)
            .scale(self.component, key.year?)
    }

    fn province(&self, row: usize) -> ProvinceId {
        match self.reading.entries[self.cells[row]].key.place {
            Place::Province(id) => id,
            _ => unreachable!("only provinces"),
        }
    }

    /// Exchanges the values with those of the next column.
    fn swap(&mut self) -> bool {
        let entries = &self.reading.entries;
        let row = |at: usize| entries[at].at.row;
        let component = self.component;
        let mut others: Vec<ComponentId> = entries.iter().map(|entry| entry.key.component).collect();
        others.sort_unstable();
        others.dedup();
        let place = others.iter().position(|other| *other == component).unwrap();
        let other = others[(place + 1) % others.len()];
        if other == component {
            return false;
        }
        let mut pairs = Vec::new();
        for at in &self.cells {
            let partner = (0..entries.len()).find(|b| {
                entries[*b].key.component == other && row(*b) == row(*at) && entries[*b].claim.value.is_some()
            });
            pairs.extend(partner.map(|b| (*at, b)));
        }
        for (a, b) in pairs {
            let value = self.reading.entries[a].claim.value;
            self.reading.entries[a].claim.value = self.reading.entries[b].claim.value;
            self.reading.entries[b].claim.value = value;
        }
        true
    }

    /// Replaces the values in some rows by the published ones of the previous year, or else of the first later one.
    fn other_year(&mut self, wanted: impl Fn(usize) -> bool) -> bool {
        let key = self.reading.entries[self.cells[0]].key;
        let year = key.year.unwrap();
        let mut years = self.full.years(key.indicator, self.component);
        years.retain(|other| *other != year);
        let before = years.iter().rev().find(|other| **other < year);
        let Some(other) = before.or(years.first()).copied() else {
            return false;
        };
        let table = self.full.table(TableKey {
            indicator: key.indicator,
            component: self.component,
            basis: key.basis,
            year: other,
        });
        let Some(table) = table.filter(|table| table.with_value >= super::COMPLETE) else {
            return false;
        };
        let full = self.full;
        let provinces: Vec<ProvinceId> = (0..self.cells.len()).map(|row| self.province(row)).collect();
        self.each(|q, row| {
            let old = table.row(provinces[row]).map(|row| full.figure(row.figure).value);
            match old {
                Some(Observation::Known(old)) if wanted(row) => old,
                _ => q,
            }
        })
    }

    /// Returns the rows of the column in descending order of their values.
    fn order(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.cells.len()).collect();
        rows.sort_by(|a, b| self.value(*b).value.total_cmp(&self.value(*a).value));
        rows
    }

    /// Moves the names of all rows of the column, while everything in other columns stays in place. Applied to the
    /// first column only.
    fn move_names(&mut self, change: impl FnOnce(&mut [Place])) -> bool {
        if !self.first() {
            return false;
        }
        let rows: Vec<u32> = self.cells.iter().map(|at| self.reading.entries[*at].at.row).collect();
        let old: Vec<Place> = self
            .cells
            .iter()
            .map(|at| self.reading.entries[*at].key.place)
            .collect();
        let mut new = old.clone();
        change(&mut new);
        for entry in &mut self.reading.entries {
            if let Some(row) = rows.iter().position(|row| *row == entry.at.row) {
                entry.key.place = new[row];
            }
        }
        true
    }

    /// Copies all values of the first row to the second; applied to the first column only.
    fn paste_rows(&mut self) -> bool {
        if !self.first() {
            return false;
        }
        let entries = &self.reading.entries;
        let rows: Vec<u32> = self.cells.iter().take(2).map(|at| entries[*at].at.row).collect();
        let from: Vec<(ComponentId, Option<Quantity>)> = entries
            .iter()
            .filter(|entry| entry.at.row == rows[0])
            .map(|entry| (entry.key.component, entry.claim.value))
            .collect();
        for entry in &mut self.reading.entries {
            if let Some((_, value)) = from
                .iter()
                .find(|(id, _)| *id == entry.key.component && entry.at.row == rows[1])
            {
                entry.claim.value = *value;
            }
        }
        true
    }
}
