//! What happens to a column on its way into a file.

use domain::{ComponentId, Observation, Place, ProvinceId, Quantity, Snapshot, TableKey, upload::Reading};

use super::values::{digits, drop_digit, exchange, moved, scaled};

/// How much is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A whole column or a large part of it.
    Column,
    /// One or two cells, by amounts that may be those of a true change: without a sum, a rank or a
    /// large jump nothing can show that.
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
    /// The file with one column damaged; `None` if that changes nothing.
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

const fn of_column(name: &'static str, with: fn(&mut Column<'_>) -> bool) -> Damage {
    Damage {
        name,
        scope: Scope::Column,
        with,
    }
}

const fn of_cell(name: &'static str, with: fn(&mut Column<'_>) -> bool) -> Damage {
    Damage {
        name,
        scope: Scope::Cell,
        with,
    }
}

pub(super) const DAMAGES: &[Damage] = &[
    of_column("ten times", |c| c.each(|q, _| scaled(q, 10.0))),
    of_column("a tenth", |c| c.each(|q, _| scaled(q, 0.1))),
    of_column("a hundredth", |c| c.each(|q, _| scaled(q, 0.01))),
    of_column("five added", |c| c.each(|q, _| moved(q, 5.0))),
    of_column("1.15 times", |c| c.each(|q, _| scaled(q, 1.15))),
    of_column("all zero", |c| {
        c.each(|q, _| Quantity {
            value: 0.0,
            digits: 0,
            ..q
        })
    }),
    of_column("all equal", |c| {
        let middle = c.sorted()[c.cells.len() / 2];
        c.each(|_, _| middle)
    }),
    of_column("shifted down", |c| c.turn(|values| values.rotate_right(1))),
    of_column("shifted up", |c| c.turn(|values| values.rotate_left(1))),
    of_column("shifted by three", |c| c.turn(|values| values.rotate_left(3))),
    of_column("halves exchanged", |c| {
        let half = c.cells.len() / 2;
        c.turn(|values| values.rotate_left(half))
    }),
    of_column("turned around", |c| c.turn(|values| values.reverse())),
    of_column("values sorted alone", |c| {
        c.turn(|values| values.sort_by(|a, b| a.value.total_cmp(&b.value)))
    }),
    // The table was in the order of the scores; then the names alone were sorted.
    of_column("names sorted alone", |c| {
        c.turn(|values| values.sort_by(|a, b| b.value.total_cmp(&a.value)))
    }),
    of_column("swapped with another column", |c| c.swap()),
    of_column("last year's values", |c| c.other_year(|_| true)),
    of_column("half from the year before", |c| c.other_year(|row| row % 2 == 0)),
    of_column("first half from the year before", |c| {
        let half = c.cells.len() / 2;
        c.other_year(|row| row < half)
    }),
    of_column("first digit dropped", |c| {
        c.each(|q, _| digits(q, |text| drop_digit(text, 0)))
    }),
    of_column("a digit dropped in every value", |c| {
        c.each(|q, row| digits(q, |text| drop_digit(text, row % text.len())))
    }),
    of_column("decimal mark lost", |c| {
        c.each(|q, _| digits(q, |text| text.replace('.', "")))
    }),
    of_column("complement", |c| {
        let Some((low, high)) = c.scale() else { return false };
        c.each(|q, _| moved(Quantity { value: -q.value, ..q }, low + high))
    }),
    of_column("negative", |c| c.each(|q, _| Quantity { value: -q.value, ..q })),
    of_column("ranks turned around", |c| c.ranks(|ranks| ranks.reverse())),
    of_column("ranks shifted", |c| c.ranks(|ranks| ranks.rotate_left(1))),
    of_column("a third filled down", |c| {
        let (first, n) = (c.value(0), c.cells.len());
        c.each(|q, row| if row < n / 3 { first } else { q })
    }),
    of_column("whole rows pasted over others", |c| c.paste_rows()),
    of_column("every column ten times", |c| c.everywhere(|q| scaled(q, 10.0))),
    of_column("every column a tenth", |c| c.everywhere(|q| scaled(q, 0.1))),
    of_column("half a point added everywhere", |c| c.everywhere(|q| moved(q, 0.5))),
    of_column("every value zero", |c| {
        c.everywhere(|q| Quantity {
            value: 0.0,
            digits: 0,
            ..q
        })
    }),
    of_column("names of the whole table moved by a row", |c| {
        c.move_names(|names| names.rotate_left(1))
    }),
    of_column("names of the whole table sorted", |c| {
        // The table was in the order of this column.
        let order = c.order();
        c.move_names(|names| {
            let old = names.to_vec();
            for (place, row) in order.iter().enumerate() {
                names[*row] = old[place];
            }
        })
    }),
    of_column("sorted by another column's order", |c| {
        c.turn(|values| {
            let n = values.len();
            values.rotate_left(n / 3);
            values.reverse();
        })
    }),
    of_cell("last digit dropped in every value", |c| {
        c.each(|q, _| digits(q, |text| drop_digit(text, text.len() - 1)))
    }),
    of_cell("best and worst exchanged", |c| {
        let sorted = c.sorted();
        let (worst, best) = (sorted[0], sorted[sorted.len() - 1]);
        c.each(|q, _| match q.value {
            v if v == worst.value => best,
            v if v == best.value => worst,
            _ => q,
        })
    }),
    of_cell("a digit dropped in one value", |c| {
        let odd = c.cells.len() / 2;
        c.each(|q, row| {
            if row == odd {
                digits(q, |text| drop_digit(text, row % text.len()))
            } else {
                q
            }
        })
    }),
    of_cell("two digits exchanged in one value", |c| {
        let odd = c.cells.len() / 3;
        c.each(|q, row| if row == odd { digits(q, exchange) } else { q })
    }),
    of_cell("decimal mark lost in one value", |c| {
        let odd = c.cells.len() / 4;
        c.each(|q, row| {
            if row == odd {
                digits(q, |text| text.replace('.', ""))
            } else {
                q
            }
        })
    }),
    of_cell("one value a tenth", |c| {
        c.each(|q, row| if row == 7 { scaled(q, 0.1) } else { q })
    }),
    of_cell("one value zero", |c| {
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
    of_cell("a footnote mark as one more digit", |c| {
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

    /// True for the first column of a file, for which damage of the whole file is counted.
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

    /// Moves the values among the rows.
    fn turn(&mut self, change: impl FnOnce(&mut [Quantity])) -> bool {
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

    /// Exchanges the values with the next column's.
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

    /// Takes the published values of the year before, or the first after, in some rows.
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

    /// Rows of the column in the order of their values.
    fn order(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.cells.len()).collect();
        rows.sort_by(|a, b| self.value(*b).value.total_cmp(&self.value(*a).value));
        rows
    }

    /// Moves the names of all rows of the column, with all that is in other columns left where it is. Said of
    /// the first column only.
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

    /// Rows 2 to 4 get all values of row 1; said of the first column only.
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
