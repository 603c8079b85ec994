### Issues of uploaded files: the heading of the kind, what is wrong, what was expected, how to fix it.
### The names are the codes of IssueKind, the arguments those of IssueKind::arguments, and $found, the content as found.
### A part whose argument is absent is left out: [none].

## The file

empty-file = The file is empty
    .what = There is nothing in the file.
    .expected = A CSV, TSV, XLSX, XLS or ODS file with a table of figures.
    .fix = Open the file on your computer to check it, save it and upload it again.
unknown-type = A type of file that cannot be read
    .what = This file is neither text nor a workbook that can be read{ $file_kind ->
            [none] {""}
           *[other] ; it looks like { $file_kind }
        }.
    .expected = A CSV, TSV, XLSX, XLS or ODS file.
    .fix = Open the file in the program that made it and save it as .xlsx or CSV. If there is only a PDF or an image, ask the sender for the original workbook.
not-readable = The workbook cannot be opened
    .what = The workbook is broken or did not arrive whole{ $detail ->
            [none] {""}
           *[other] {" "}(technical detail: { $detail })
        }.
    .expected = A workbook that Excel or LibreOffice can open.
    .fix = Open the file in Excel or LibreOffice, save it as a new .xlsx file and upload that. If it does not open, ask the sender for the file again.
password = The workbook has a password
    .what = The workbook is protected by a password and cannot be read.
    .expected = A workbook that opens without a password.
    .fix = Open the file with its password, remove the protection, save it and upload it again.
file-too-large = The file is too large
    .what = The file is larger than may be uploaded{ $megabytes ->
            [none] {""}
           *[other] {" "}({ $megabytes } MB)
        }.
    .expected = { $megabytes ->
            [none] {""}
           *[other] A file of at most { $megabytes } MB.
        }
    .fix = Remove sheets and images that are not needed, or divide the table into several files, and upload again.
too-many-rows = Too many rows
    .what = The file has more rows than may be uploaded{ $limit ->
            [none] {""}
           *[other] {" "}({ $limit })
        }.
    .expected = { $limit ->
            [none] {""}
           *[other] At most { $limit } rows.
        }
    .fix = Divide the table into several files, such as one for each year, and upload them one by one.
too-many-cells = Too many cells
    .what = Once opened, the file has more cells than can be read{ $limit ->
            [none] {""}
           *[other] {" "}({ $limit })
        }.
    .expected = { $limit ->
            [none] {""}
           *[other] At most { $limit } cells.
        }
    .fix = Copy the table alone into a new file (formatting that runs to the end of a sheet counts as cells too) and upload that.
reading-time = The file takes too long to read
    .what = Reading and checking the file was stopped because it took longer than allowed{ $seconds ->
            [none] {""}
            [one] {" "}({ $seconds } second)
           *[other] {" "}({ $seconds } seconds)
        }. Nothing else was affected.
    .expected = { $seconds ->
            [none] {""}
            [one] A file that is read and checked within { $seconds } second.
           *[other] A file that is read and checked within { $seconds } seconds.
        }
    .fix = Copy the table alone (values only) into a new file, without formatting and repeated cells that run to the end of the sheet, or divide the table into several files, and upload again. If a small file still takes too long, ask the sender about it.
reading-memory = The file takes too much memory to read
    .what = Reading the file took more memory than allowed{ $megabytes ->
            [none] {""}
           *[other] {" "}({ $megabytes } MB)
        }, so it was stopped.
    .expected = { $megabytes ->
            [none] {""}
           *[other] A file that can be read with at most { $megabytes } MB of memory.
        }
    .fix = Copy the table alone (values only) into a new file, or divide the table into several files, and upload again. If a small file is still too much, ask the sender about it.
reader-ended = Reading the file broke off
    .what = The program that reads files stopped suddenly while reading this one{ $detail ->
            [none] {""}
           *[other] {" "}(technical detail: { $detail })
        }.
    .expected = A file that Excel or LibreOffice can open and that can be read to its end.
    .fix = Open the file in Excel or LibreOffice, save it as a new .xlsx file and upload that. If it happens again, tell the administrator: the server’s log has the details.
broken-text = Letters that cannot be read
    .what = Some letters cannot be read{ $encoding ->
            [none] {""}
           *[other] {" "}as { $encoding }
        }{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = Names and remarks that can be read, with their diacritics.
    .fix = Choose another encoding, or save the file as CSV UTF-8 or .xlsx and upload it again.
converted = The text was converted
    .what = The text was converted to Unicode{ $encoding ->
            [none] {""}
           *[other] ; in the file it is { $encoding }
        }.
legacy-font = Letters of an older font
    .what = The file was typed in an older font{ $encoding ->
            [none] {""}
           *[other] , { $encoding }
        }; its letters were converted to Unicode.
    .expected = Names and remarks that can be read, with their diacritics.
    .fix = Look at some names and remarks as they were read. If they are right, give that as the reason, such as “letters checked”; if diacritics are wrong, choose another encoding.
unsure-encoding = The encoding is not certain
    .what = The file does not tell for certain how its letters are written{ $encoding ->
            [none] {""}
           *[other] ; it was read as { $encoding }
        }.
    .expected = Names and remarks that can be read, with their diacritics.
    .fix = Look at some names and remarks as they were read. If they are right, give that as the reason; if diacritics are wrong, choose another encoding.
damaged-text = Letters replaced by question marks
    .what = When the file was saved, many Vietnamese letters were replaced by “?”{ $found ->
            [none] {""}
           *[other] , as in “{ $found }”
        }{ $words ->
            [none] {""}
            [one] : { $words } word
           *[other] : { $words } words
        }. They cannot be restored from the file.
    .expected = Vietnamese text with its letters.
    .fix = Open the original and export it again: choose .xlsx, or “CSV UTF-8”.
scanned-pdf = Scanned PDF
    .what = This PDF has no text layer{ $pages ->
            [none] {""}
            [one] : { $pages } page is an image
           *[other] : { $pages } pages are images
        }.
    .expected = A PDF whose text can be selected and copied.
    .fix = Ask for the original file (Word, Excel), or recognise the text (OCR), check every figure and upload that.
open-quote = A quotation mark is not closed
    .what = The quotation mark that opens here is never closed, so the rows after it run into one cell.
    .expected = A closing quotation mark for each opening one, in the same cell.
    .fix = Add the closing mark or remove the extra one in this row, and upload the file again.
long-row = Rows with too many cells
    .what = This row has more cells than the header{ $cells ->
            [none] {""}
           *[other] { $expected ->
                [none] {""}
               *[other] {" "}({ $cells } against { $expected })
            }
        }.
    .expected = { $expected ->
            [none] {""}
            [one] { $expected } cell, as in the header.
           *[other] { $expected } cells, as in the header.
        }
    .fix = If a cell holds the mark that separates cells (as the comma in 86,67 may), put the cell in quotation marks or save the file with another separator; if the whole file is divided wrongly, choose another separator.
short-row = Rows with too few cells
    .what = This row has fewer cells than the header{ $cells ->
            [none] {""}
           *[other] { $expected ->
                [none] {""}
               *[other] {" "}({ $cells } against { $expected })
            }
        }; those that lack are taken to be empty.
    .expected = { $expected ->
            [none] {""}
            [one] { $expected } cell, as in the header.
           *[other] { $expected } cells, as in the header.
        }
    .fix = See whether the row was cut short, and fix it in the file. If its last cells are meant to be empty, give that as the reason.
separator = Separator
    .what = What separates the columns was found out from the file{ $separator ->
            [none] {""}
           *[other] : { $separator }
        }.
    .fix = If columns are divided wrongly, choose another separator.

## The sheet and its table

no-such-sheet = The chosen sheet is not there
    .what = The file does not have the chosen sheet{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $sheets ->
            [none] {""}
           *[other] One of the sheets of the file: { $sheets }.
        }
    .fix = Choose a sheet that the file has.
no-table = No table was found
    .what = No table of figures by province was found.
    .expected = A table with names of provinces and at least one column of values or ranks.
    .fix = See whether this is the right file; if it is, choose the sheet and the header row of the table.
several-sheets = Several sheets have a table
    .what = Several sheets could be read{ $sheets ->
            [none] {""}
           *[other] : { $sheets }
        }.
    .expected = One sheet for each upload.
    .fix = Choose the sheet to read.
other-year-sheet = A sheet of another year
    .what = A sheet of another year was not read{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $year ->
            [none] {""}
           *[other] , figures for { $year }
        }. One sheet is read at a time{ $year_imported ->
            [none] {""}
           *[other] , this time that of { $year_imported }
        }.
    .fix = If that year is meant, choose that sheet.
hidden-sheet = A hidden sheet
    .what = A hidden sheet was not read{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .fix = If the figures are there, choose that sheet.
no-such-header = The chosen header row is not there
    .what = The sheet does not have the chosen header row{ $found ->
            [none] {""}
           *[other] : row { $found }
        }.
    .expected = { $last_row ->
            [none] {""}
           *[other] A row from 1 to { $last_row }.
        }
    .fix = Choose the row that has the names of the columns.
title-rows = Rows above the table
    .what = Rows above the column headings were not read as figures{ $rows ->
            [none] {""}
            [one] : { $rows } row
           *[other] : { $rows } rows
        }.
foot-rows = Rows that are no province's
    .what = Rows of totals, averages, highest and lowest values or notes were not read as figures{ $rows ->
            [none] {""}
            [one] : { $rows } row
           *[other] : { $rows } rows
        }.
second-table = A second table
    .what = The sheet has one more table, which was not read{ $first_row ->
            [none] {""}
           *[other] ; it begins in row { $first_row }
        }.
    .fix = If that table is meant, choose its header row or copy it into a file of its own.
merged-cells = Merged cells
    .what = Merged cells were taken to have the value of their first cell{ $cells ->
            [none] {""}
            [one] {" "}({ $cells } place)
           *[other] {" "}({ $cells } places)
        }.
covered-cells = Content below merged cells
    .what = Below merged cells there is content that nobody sees{ $cells ->
            [none] {""}
            [one] : { $cells } cell
           *[other] : { $cells } cells
        }{ $found ->
            [none] {""}
           *[other] , such as “{ $found }”
        }. It was not read.
footnote-marks = Footnote marks
    .what = Footnote marks in superscript were taken off texts and figures{ $cells ->
            [none] {""}
            [one] : { $cells } cell
           *[other] : { $cells } cells
        }.
hidden-cells = Hidden rows or columns
    .what = Hidden rows and columns were read like all others{ $count ->
            [none] {""}
            [one] {" "}({ $count } row or column)
           *[other] {" "}({ $count } rows or columns)
        }.
    .fix = If they are not meant, delete them from the file, or choose “Not read” for a hidden column.

## Columns

unknown-column = Columns that were not read
    .what = This column{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } was not read: nothing in the catalogue is called so.
    .fix = If the column is needed, choose what it holds, or make it a new component in “Method of the year”.
unsure-column = Columns to confirm
    .what = It is not certain what this column{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } holds{ $field ->
            [none] {""}
           *[other] ; probably “{ $field }”
        }.
    .expected = A person's word on what the column holds.
    .fix = Confirm what is suggested, choose something else, or choose “Not read”.
two-columns = Two columns for the same thing
    .what = Two columns are taken for the same thing{ $field ->
            [none] {""}
           *[other] , “{ $field }”
        }{ $found ->
            [none] {""}
           *[other] { $column ->
                [none] {""}
               *[other] : “{ $found }” and “{ $column }”
            }
        }.
    .expected = One column for each thing.
    .fix = Keep the right column, and choose something else or “Not read” for the other.
same-header = Two columns with the same heading
    .what = Two columns have the same heading{ $found ->
            [none] {""}
           *[other] , “{ $found }”
        }{ $column ->
            [none] {""}
           *[other] ; the other is { $column }
        }.
    .fix = See whether each was understood rightly.
no-province-column = No column of provinces
    .what = No column with names of provinces was found.
    .expected = A column with names or codes of provinces.
    .fix = Choose the column with the names. If the wrong row was taken for the header, choose the header row.
no-value-column = No column of figures
    .what = No column with values or ranks was found.
    .expected = At least one column of values or ranks.
    .fix = Choose the column with values or ranks. If the wrong row was taken for the header, choose the header row.
empty-column = Columns without a value
    .what = This column{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } has no value at all{ $field ->
            [none] {""}
           *[other] , though it is taken for “{ $field }”
        }.
    .expected = Values of the provinces.
    .fix = If the column is not meant, choose “Not read”. If figures are missing from the file, fill them in and upload it again. If the source leaves it empty, give that as the reason.
component-year = Components that the year does not have
    .what = By the catalogue, this component does not exist in the file's year{ $component ->
            [none] {""}
           *[other] : { $component }
        }{ $year ->
            [none] {""}
           *[other] , { $year }
        }. Its figures were not read.
    .expected = Components that the method of that year has.
    .fix = Check the year and the component's name. If the year does have it, tick it in “Method of the year” to continue it; if these figures are not needed, say so as the reason.
unknown-item = Names that are not in the catalogue
    .what = The catalogue has no indicator, component or source of this name{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $rows ->
            [none] {""}
            [one] {" "}({ $rows } row)
           *[other] {" "}({ $rows } rows)
        }. Figures of an unknown indicator or component were not read; in place of an unknown source stands the one that is named for the file.
    .expected = A name that the catalogue has.
    .fix = Fix the name in the file, or add it to the catalogue. If these rows are not needed, say so as the reason.
no-indicator = The indicator is not clear
    .what = It is not clear which indicator these figures are of.
    .expected = An indicator of the catalogue.
    .fix = Choose the indicator.
look-alike = A table that looks like something else
    .what = This table does not look like the chosen indicator's figures of provinces{ $looks_like ->
            [none] {""}
           *[other] ; it seems to be about { $looks_like }
        }.
    .expected = Figures of provinces, of the right indicator.
    .fix = See whether this is the right file, sheet and indicator, and choose again.
preliminary = Preliminary figures
    .what = The file calls these figures preliminary{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $figures ->
            [none] {""}
            [one] {" "}({ $figures } figure)
           *[other] {" "}({ $figures } figures)
        }. That is noted with each of them.
    .fix = When the final figures are out, upload them in their place.
year-from-name = Year from the name of the file
    .what = The table does not state a year; the year{ $year ->
            [none] {""}
           *[other] {" "}{ $year }
        } was taken from the name of the file{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .fix = If the figures are for another year, choose the year in the draft.
no-year = The year is not clear
    .what = It is not clear which year these figures are for.
    .expected = The year that was assessed, not the year of publication.
    .fix = Choose the year.
other-year = The file is of another year
    .what = The year in the file{ $year ->
            [none] {""}
           *[other] {" "}({ $year })
        } is not the year chosen{ $year_chosen ->
            [none] {""}
           *[other] {" "}({ $year_chosen })
        }.
    .expected = The same year: the one that was assessed, not the year of publication.
    .fix = Choose the right year or sheet, or upload the right file.
no-method = The year has no method
    .what = The catalogue has no method for this year{ $indicator ->
            [none] {""}
           *[other] : { $indicator }
        }{ $year ->
            [none] {""}
           *[other] , { $year }
        }.
    .expected = A method in the catalogue for each year with figures.
    .fix = Check the year. If it is right, answer the question about the method of the year at the top of the draft.
no-source = No source is named
    .what = These figures have no source yet{ $found ->
            [none] {""}
           *[other] ; “{ $found }” cannot be used
        }.
    .expected = A source of the catalogue, or a new one with a title and an address that begins with https:// or http://.
    .fix = Choose a source from the list, or write down a new one: title, publisher, address, date.

## Provinces

unknown-province = Names that are not recognised
    .what = No province of this name or code is known{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = A province's name, another name that is known, or its statistics code.
    .fix = Choose the province that is meant, or choose “Leave these rows out” if they are no province's.
near-province = Similar names to confirm
    .what = This name is similar to a province's but not the same{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $provinces ->
            [none] {""}
           *[other] Probably: { $provinces }.
        }
    .fix = Confirm the suggested province or choose another.
ambiguous-province = Names that several provinces have
    .what = Several provinces may be called so{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $provinces ->
            [none] {""}
           *[other] One of: { $provinces }.
        }
    .fix = Choose the province that is meant.
province-time = Units that did not exist at that time
    .what = This unit did not exist at the time of the figures{ $year ->
            [none] {""}
           *[other] {" "}({ $year })
        }{ $province ->
            [none] {""}
           *[other] : { $province }
        }{ $dates ->
            [none] {""}
           *[other] , { $dates }
        }.
    .expected = The 63 provinces to 30 June 2025; the 34 provinces since 1 July 2025.
    .fix = Check the year. If it is right, choose the unit of that time or “Leave these rows out”. Scores of former units do not add up to a score of the new one.
code-disagrees = Name and code disagree
    .what = The name and the statistics code are of different provinces{ $province_of_name ->
            [none] {""}
           *[other] { $province_of_code ->
                [none] {""}
               *[other] : the name is that of { $province_of_name }, the code that of { $province_of_code }
            }
        }{ $found ->
            [none] {""}
           *[other] {" "}(the file says “{ $found }”)
        }.
    .expected = Name and code of the same province.
    .fix = Fix the name or the code in the file. If that column has no statistics codes, choose “Not read” for it.
mixed-units = Former and present units in one table
    .what = The table has units from before and after 1 July 2025{ $province_before ->
            [none] {""}
           *[other] { $province_since ->
                [none] {""}
               *[other] , such as { $province_before } and { $province_since }
            }
        }.
    .expected = One list: the 63 provinces to 30 June 2025, or the 34 provinces since 1 July 2025.
    .fix = Divide it into two files, or leave out the rows that are not on that year's list.
matched-name = Names in another spelling
    .what = The name is spelt otherwise than in the catalogue but is known{ $found ->
            [none] {""}
           *[other] { $province ->
                [none] {""}
               *[other] : “{ $found }” is { $province }
            }
        }.
absent-province = Provinces without a row
    .what = The table has no row of this province{ $province ->
            [none] {""}
           *[other] : { $province }
        }.
    .expected = A row for each province, or a reason for having none.
    .fix = If the row is missing from the file, add it and upload the file again. If the source has no figure, choose why, such as not published or not surveyed.

## Values

not-a-number = Not a number
    .what = This cell is not a number{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = A number, such as 86.67 or 86,67.
    .fix = Fix the cell in the file and upload it again. If the source has no figure, write “-”. If the whole column is no numbers, choose what else it holds.
ambiguous-number = Numbers that can be read in two ways
    .what = This number can be read in two ways{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $as_decimals ->
            [none] {""}
           *[other] { $as_thousands ->
                [none] {""}
               *[other] { $as_decimals } if the mark stands before decimals, { $as_thousands } if it groups thousands.
            }
        }
    .fix = Choose which mark stands before the decimals in this file: comma or point.
mixed-decimals = Two kinds of decimal marks
    .what = The column has decimal commas and decimal points{ $cells ->
            [none] {""}
            [one] ; the rarer kind stands in { $cells } cell
           *[other] ; the rarer kind stands in { $cells } cells
        }. Both were read.
formula-error = Errors of formulas
    .what = The formula in this cell fails{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = A number.
    .fix = Fix the formula, or write the source's number into the cell, and upload the file again.
uncalculated-formula = Formulas never calculated
    .what = This cell has a formula, but the file does not hold its result.
    .expected = A calculated number.
    .fix = Open the file in Excel or LibreOffice, save it and upload it again.
date-not-number = Numbers turned into dates
    .what = The spreadsheet has turned the number in this cell into a date{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = A number.
    .fix = Format the cell as a number, type the source's number again and upload the file again.
blank-value = Empty cells
    .what = This cell is empty{ $column ->
            [none] {""}
           *[other] {" "}in the column “{ $column }”
        }, while other rows have a value.
    .expected = A number, or a mark for no figure such as “-”.
    .fix = Fill in the source's number and upload the file again. If the source has none, give that as the reason.
no-figure-mark = Marks for no figure
    .what = This mark{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } is taken for no figure, not for zero.
out-of-scale = Outside the range
    .what = This value is outside the possible range{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = { $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] From { $lowest } to { $highest }.
            }
        }
    .fix = Compare it with the source: often a decimal mark is missing, or the column or the indicator is another. Fix the file, or choose what the column holds.
out-of-scale-interval = Outside the range
    .what = The lower end of the interval is above its upper end{ $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] : { $lowest } and { $highest }
            }
        }.
    .expected = A lower end that is not above the upper end.
    .fix = Compare them with the source and fix the file. If the two columns changed places, choose again what they hold.
out-of-scale-count = Outside the range
    .what = This count is below zero{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = A number from zero upwards.
    .fix = Compare it with the source and fix the file, or choose what the column holds.
other-denominator = Another maximum than the component's
    .what = The maximum in the file{ $denominator ->
            [none] {""}
           *[other] {" "}({ $denominator })
        } differs from the component's in the catalogue{ $maximum ->
            [none] {""}
           *[other] {" "}({ $maximum })
        }.
    .expected = { $maximum ->
            [none] {""}
           *[other] A maximum of { $maximum }.
        }
    .fix = See whether the component and the year are right. If the source uses this maximum, give that as the reason.
fraction-not-percent = Fractions of 1
    .what = The values look like fractions of 1, while the scale goes to 100{ $largest ->
            [none] {""}
           *[other] ; the largest is { $largest }
        }.
    .expected = Values out of 100, such as 86.67.
    .fix = If they are, tick “Numbers in the file are fractions of 1”. If they are out of 100 already, give that as the reason.
percent-cells = Cells shown as per cent
    .what = Cells formatted as per cent were read as the workbook shows them{ $cells ->
            [none] {""}
            [one] : { $cells } cell
           *[other] : { $cells } cells
        }.
bad-rank = Not a rank
    .what = This cell is not a rank{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $ranked ->
            [none] {""}
           *[other] A whole number from 1 to { $ranked }.
        }
    .fix = Compare it with the source and fix the file. If the column has no ranks, choose what else it holds.
unknown-tier = Tiers that the publisher has not
    .what = The publisher never used this name of a tier{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $tiers ->
            [none] {""}
           *[other] One of the tiers: { $tiers }.
        }
    .fix = Compare it with the source and correct the file, or choose again what the column holds. If the source uses this name, give that as the reason.
not-whole = Counts that are not whole
    .what = This count is not a whole number{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = A whole number, such as 1217.
    .fix = Check commas and points: 1,217 may mean one thousand two hundred and seventeen. Choose the decimal mark of the file, or fix the file.
bad-year = Not a year or a moment
    .what = This cell is not a year or a moment that can be read{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $formats ->
            [none] {""}
           *[other] A year or a moment, such as { $formats }.
        }
    .fix = Fix the cell in the file and upload it again, or choose what else the column holds.

## Whether the file fits the choices

duplicate-same = Figures given twice
    .what = This figure stands elsewhere with the same value{ $first_cell ->
            [none] {""}
           *[other] {" "}(cell { $first_cell })
        }; it was read once.
duplicate-differs = One figure, two values
    .what = The same figure has two different values{ $found ->
            [none] {""}
           *[other] : { $found } here
        }{ $first_value ->
            [none] {""}
           *[other] { $first_cell ->
                [none] {""}
               *[other] , { $first_value } in cell { $first_cell }
            }
        }.
    .expected = One value for each figure.
    .fix = Compare with the source, keep the right value and delete the other from the file. If the two rows are of different provinces, years or components, fix their names.
sum-differs = Parts that do not add up
    .what = The parts{ $province ->
            [none] {""}
           *[other] {" "}of { $province }
        } do not add up to the total{ $sum ->
            [none] {""}
           *[other] { $total ->
                [none] {""}
               *[other] : { $sum } against { $total }
            }
        }.
    .expected = { $total ->
            [none] {""}
           *[other] A sum of { $total }, but for rounding.
        }
    .fix = Compare each part with the source and fix the file. If the source publishes it so (points added or taken off), give that as the reason.
rank-differs = Ranks that do not fit the values
    .what = The rank{ $province ->
            [none] {""}
           *[other] {" "}of { $province }
        } does not fit the order by value{ $found ->
            [none] {""}
           *[other] : the file says { $found }
        }{ $rank ->
            [none] {""}
           *[other] , the values give { $rank }
        }.
    .expected = { $rank ->
            [none] {""}
           *[other] Rank { $rank }.
        }
    .fix = Compare rank and value with the source and fix the file. If the source publishes them so, give that as the reason.
jump = Unusual changes
    .what = The value{ $province ->
            [none] {""}
           *[other] {" "}of { $province }
        } changes unusually{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $year_before ->
            [none] {""}
           *[other] { $value_before ->
                [none] {""}
               *[other] , in { $year_before } it was { $value_before }
            }
        }.
    .expected = A change like that of other provinces.
    .fix = Compare it with the source: the row or the column may be another, or the decimal mark wrong. If the figure is as the source has it, give that as the reason.
same-as-other-year = The same as another year
    .what = The figures in the file, or many of them, are those of another year in the current edition{ $year ->
            [none] {""}
           *[other] : { $year }
        }.
    .expected = Figures of the year chosen.
    .fix = See whether file and year are right. If the two years really are the same, give that as the reason.

## The table as a whole

zero-total = Totals of zero over parts that are not
    .what = The total{ $province ->
            [none] {""}
           *[other] {" "}of { $province }
        } is zero while its parts add up to more{ $sum ->
            [none] {""}
           *[other] : { $sum }
        }{ $total ->
            [none] {""}
           *[other] {" "}(the file has { $total })
        }.
    .expected = { $sum ->
            [none] {""}
           *[other] A total near { $sum }.
        }
    .fix = The formula was probably not calculated when the file was saved. Open the file in a spreadsheet program, let it calculate, save it and upload it again; or choose “Not read” for the column.
zero-column = Columns of zeros
    .what = { $component ->
            [none] {""}
           *[other] { $values ->
                [none] {""}
               *[other] { $zeros ->
                    [none] {""}
                    [one] The column “{ $component }” has { $zeros } zero among { $values } values.{" "}
                   *[other] The column “{ $component }” has { $zeros } zeros among { $values } values.{" "}
                }
            }
        }No zero was ever published here.
    .expected = The values that the source published. Where there is none, an empty cell or “-”, not 0.
    .fix = The formulas were probably not calculated when the file was saved. Let a spreadsheet program calculate them, save the file and upload it again; or choose “Not read” for the column.
zero-value = Unusual zeros
    .what = This cell is 0{ $province ->
            [none] {""}
           *[other] { $component ->
                [none] {""}
               *[other] {" "}({ $province }, “{ $component }”)
            }
        }, but no zero was ever published here.
    .expected = The value that the source published; where there is none, an empty cell or “-”.
    .fix = Compare it with the source and correct the file. If the source does publish 0, give that as the reason.
same-value = One value repeated in a column
    .what = One value is repeated{ $occurrences ->
            [none] {""}
           *[other] { $values ->
                [none] {""}
               *[other] { $component ->
                    [none] {""}
                   *[other] {" "}in { $occurrences } of { $values } cells of the column “{ $component }”
                }
            }
        }{ $value ->
            [none] {""}
           *[other] : { $value }
        }.
    .expected = A value for each province, as in the years published.
    .fix = See whether a cell was filled down or formulas were not calculated. If the source publishes it so, give that as the reason.
same-row = Two rows with the same values
    .what = Two provinces have the same values in every column{ $province ->
            [none] {""}
           *[other] { $other_province ->
                [none] {""}
               *[other] : { $province } and { $other_province }
            }
        }.
    .expected = Figures of its own for each province.
    .fix = One row was probably pasted over the other. Compare both with the source and correct the file; if the source has them so, give that as the reason.
level-shift = Unusual changes of a whole column
    .what = The whole column{ $component ->
            [none] {""}
           *[other] {" "}“{ $component }”
        } is off the level of the years published{ $median ->
            [none] {""}
           *[other] : its median is { $median }
        }{ $year_before ->
            [none] {""}
           *[other] { $median_before ->
                [none] {""}
               *[other] , in { $year_before } it was { $median_before }
            }
        }.
    .expected = A change no larger than in the years published, on the same scale.
    .fix = Check the decimal mark, the scale and whether this is the right column. If the method of that year changed, give that as the reason.
order-unlike = An order of provinces unlike other years
    .what = The order of the provinces{ $component ->
            [none] {""}
           *[other] {" "}in the column “{ $component }”
        } differs from the years around it by more than in any year published{ $agreement ->
            [none] {""}
           *[other] : the correlation is { $agreement }
        }{ $lowest_agreement ->
            [none] {""}
           *[other] , the lowest published is { $lowest_agreement }
        }.
    .expected = Most provinces near their places of the years before.
    .fix = Names and values may have been sorted apart or moved by a row, or this is another column. Compare some rows with the source. If they are as the source has them, give that as the reason.
rows-moved = Columns that seem moved by some rows
    .what = Moved by some rows, or turned around, the values{ $component ->
            [none] {""}
           *[other] {" "}in the column “{ $component }”
        } would fit the years published and the other columns far better{ $agreement_moved ->
            [none] {""}
           *[other] : the correlation would be { $agreement_moved }
        }{ $agreement ->
            [none] {""}
           *[other] , now it is { $agreement }
        }.
    .expected = Each value in the row of its own province.
    .fix = A cell may have been inserted or deleted, or the column pasted from a table in another order. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.
sorted-alone = Columns that seem sorted on their own
    .what = The values{ $component ->
            [none] {""}
           *[other] {" "}in the column “{ $component }”
        } rise or fall from row to row, but do not fit the years published and the other columns{ $agreement ->
            [none] {""}
           *[other] : the correlation is { $agreement }
        }{ $usual_agreement ->
            [none] {""}
           *[other] , usually { $usual_agreement }
        }.
    .expected = Values sorted together with the names of the provinces.
    .fix = This column alone, or the names alone, may have been sorted. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.
order-unexplained = An order of provinces that other columns do not explain
    .what = The order of the provinces{ $component ->
            [none] {""}
           *[other] {" "}in the column “{ $component }”
        } does not fit the years published and the other columns of the file{ $agreement ->
            [none] {""}
           *[other] : the correlation is { $agreement }
        }{ $usual_agreement ->
            [none] {""}
           *[other] , usually { $usual_agreement }
        }.
    .expected = A correlation near that of the years published.
    .fix = The values may have been mixed among the rows, or this is another column. Compare some rows with the source. If they are as the source has them, give that as the reason.
swapped-columns = Two columns that seem exchanged
    .what = Two columns seem to have changed places{ $component ->
            [none] {""}
           *[other] { $other_component ->
                [none] {""}
               *[other] : “{ $component }” and “{ $other_component }”
            }
        }. Each is more like the other's published figures than its own.
    .expected = Columns like their own published years.
    .fix = Compare both columns with the source, then correct the headings in the file or choose again what the columns hold. If they are as the source has them, give that as the reason.
total-unexplained = Totals that no weights of the parts give
    .what = No weights of the parts give the total{ $total ->
            [none] {""}
           *[other] {" "}“{ $total }”
        }{ $year ->
            [none] {""}
           *[other] {" "}of { $year }
        }{ $parts ->
            [none] {""}
            [one] {" "}({ $parts } part)
           *[other] {" "}({ $parts } parts)
        }; for all years published there are such weights.
    .expected = A total that is a weighted sum of the parts in the file.
    .fix = A column may be moved by a row, on another scale or not the right one. Compare each column with the source. If the year has another method, give that as the reason.
published-differs = Many figures that differ from those published for the year
    .what = Many figures differ from those published for the same year{ $differing ->
            [none] {""}
           *[other] { $compared ->
                [none] {""}
               *[other] { $component ->
                    [none] {""}
                   *[other] : { $differing } of { $compared } in the column “{ $component }”
                }
            }
        }{ $year ->
            [none] {""}
           *[other] , { $year }
        }.
    .expected = The figures published, but for those that the source has corrected.
    .fix = See whether column, year and scale are right. If the source published new figures, give that as the reason.
published-erased = Published figures without a value in the file
    .what = The file says that there is no figure{ $province ->
            [none] {""}
           *[other] {" "}for { $province }
        }, but one is published{ $value ->
            [none] {""}
           *[other] : { $value }
        }.
    .expected = { $value ->
            [none] {""}
           *[other] The figure published: { $value }.
        }
    .fix = Compare it with the source and fill in the figure. If the source has withdrawn it, give that as the reason.
odd-decimals = More decimals than the column
    .what = This cell has more decimals than the others of its column{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $province ->
            [none] {""}
           *[other] {" "}({ $province })
        }{ $decimals ->
            [none] {""}
           *[other] { $usual_decimals ->
                [none] {""}
               *[other] ; { $decimals } where the column has { $usual_decimals }
            }
        }.
    .expected = { $usual_decimals ->
            [none] {""}
            [one] At most { $usual_decimals } decimal.
           *[other] At most { $usual_decimals } decimals.
        }
    .fix = A footnote mark may have become a digit. Compare it with the source and correct the file; if the figure is as the source has it, give that as the reason.
uneven-decimals = Uneven decimals in a column
    .what = Most values{ $component ->
            [none] {""}
           *[other] {" "}in the column “{ $component }”
        } lack decimals{ $full ->
            [none] {""}
           *[other] { $values ->
                [none] {""}
               *[other] { $decimals ->
                    [none] {""}
                   *[other] : only { $full } of { $values } have all { $decimals }
                }
            }
        }.
    .expected = The same number of decimals throughout, but for values that end in 0.
    .fix = Digits may have been lost, or the column was put together from two sources. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.
far-from-others = Values far from all others
    .what = The value{ $province ->
            [none] {""}
           *[other] {" "}of { $province }
        } is far from all others of its column{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] ; the others are from { $lowest } to { $highest }
            }
        }.
    .expected = { $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] A value near the range from { $lowest } to { $highest }.
            }
        }
    .fix = Compare it with the source: often the decimal mark is wrong, or a digit too many or too few. If the figure is as the source has it, give that as the reason.
more-issues = More of the same
    .what = { $found ->
            [none] {""}
           *[other] { $count ->
                [none] {""}
                [one] { $count } more issue of the kind “{ $found }” is not listed.
               *[other] { $count } more issues of the kind “{ $found }” are not listed.
            }
        }
