//! Turns the drafts into the final roles, with the issues of each column.

use domain::{
    ComponentId, Text,
    upload::{Arg, CellRef, Confidence, Field, Issue, IssueKind, Role},
};

use super::{Assigned, Columns, roles::Assignment};

impl Assignment<'_, '_> {
    /// Returns the final roles, with an issue for each column that needs attention.
    pub(super) fn finish(mut self) -> Columns {
        let mut list = Vec::new();
        for column in 0..self.drafts.len() {
            let draft = self.drafts[column].clone();
            if !draft.listed {
                continue;
            }
            if let Some(id) = draft.not_in_year
                && let Some((_, indicator)) = self.context.indicator
            {
                let year = self
                    .year_of(&self.context.headings[column])
                    .or(self.context.year)
                    .unwrap_or(0);
                let name = Arg::Both(indicator.component(id).name.clone());
                self.issue(IssueKind::ComponentNotInYear, column, vec![name, Arg::Year(year)]);
            } else if draft.role.is_none() || draft.role == Some(Role::Ignore) && draft.confidence != Confidence::Chosen
            {
                let reported = self.issues.iter().any(|i| i.at == self.place(column));
                if !reported {
                    self.issue(IssueKind::UnknownColumn, column, Vec::new());
                }
            }
            if let Some(role @ Role::Figure { .. }) = &draft.role {
                let name = self.field_name(role);
                if draft.confidence == Confidence::Low {
                    self.issue(IssueKind::UnsureColumn, column, vec![name]);
                } else if self.context.contents[column].filled == 0
                    && self.context.headings[column].field != Some(Field::Value)
                    && !is_own_format(role, &self.context.headings[column].name)
                {
                    self.issue(IssueKind::EmptyColumn, column, vec![name]);
                }
            }
            list.push(Assigned {
                column,
                role: draft.role.unwrap_or(Role::Ignore),
                confidence: draft.confidence,
            });
        }
        Columns {
            list,
            issues: self.issues,
        }
    }

    fn place(&self, column: usize) -> CellRef {
        let table = self.context.table;
        let mut header = table.header.clone();
        // The name of a row is in its first cell, that of a column in its last header cell, next to the figures.
        let row = if table.view.across() {
            header.next()
        } else {
            header.next_back()
        };
        row.map_or_else(|| table.view.whole(column), |row| table.view.at(row, column))
    }

    /// Returns the heading of a column, for messages.
    pub(super) fn name(&self, column: usize) -> Arg {
        Arg::Text(self.context.headings[column].name.as_str().into())
    }

    /// Adds an issue of a column.
    pub(super) fn issue(&mut self, kind: IssueKind, column: usize, args: Vec<Arg>) {
        let found = self.context.headings[column].name.clone();
        self.issues.push(Issue::new(kind, self.place(column), &found, args));
    }

    /// Returns the name of a role: that of the component or of the field.
    pub(super) fn field_name(&self, role: &Role) -> Arg {
        let Role::Figure { field, component, .. } = role else {
            return Arg::Text(role.to_string().into());
        };
        let named = self.context.indicator.map(|(_, indicator)| {
            let id = indicator.component_by_slug(component).unwrap_or(ComponentId::TOTAL);
            if id == ComponentId::TOTAL {
                indicator.short.clone()
            } else {
                indicator.component(id).name.clone()
            }
        });
        match (named, field) {
            (Some(name), Field::Value) => Arg::Both(name),
            (Some(name), field) => Arg::Both(Text::new(
                format!("{} ({})", name.vi, field.code()),
                format!("{} ({})", name.en, field.code()),
            )),
            (None, field) => Arg::Text(field.code().into()),
        }
    }
}

/// Returns true for a column in this project's own file format, whose files have all columns, most of them empty.
fn is_own_format(role: &Role, name: &str) -> bool {
    matches!(role, Role::Figure { field, .. } if field.code() == name)
}
