//! Rows as Parquet, for programs that read many articles' marks at once: the columns of the table of CSV, with types.

use anyhow::Result;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, ListArray, RecordBatch, StringArray, UInt32Array};
use lectern_formats::export::table::Row;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::io::Write;
use std::sync::Arc;

/// Rows are encoded so many at once.
const BATCH: usize = 4096;

/// And written in groups of so many, which stay in memory until then.
const GROUP: usize = 65_536;

/// A Parquet file on its way. Without any row it is a file with columns all the same.
pub(crate) struct Table<Out: Write + Send> {
    writer: ArrowWriter<Out>,
    waiting: Vec<Row>,
}

impl<Out: Write + Send> Table<Out> {
    /// # Errors
    /// When it can't be written.
    pub(crate) fn new(out: Out) -> Result<Self> {
        let schema = batch(&[])?.schema();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP))
            .build();
        Ok(Table {
            writer: ArrowWriter::try_new(out, schema, Some(properties))?,
            waiting: Vec::new(),
        })
    }

    /// # Errors
    /// When it can't be written.
    pub(crate) fn take(&mut self, rows: Vec<Row>) -> Result<()> {
        self.waiting.extend(rows);
        if self.waiting.len() >= BATCH {
            self.writer.write(&batch(&self.waiting)?)?;
            self.waiting.clear();
        }
        Ok(())
    }

    /// # Errors
    /// When it can't be written.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.writer.write(&batch(&self.waiting)?)?;
        self.writer.close()?;
        Ok(())
    }
}

/// The rows as columns.
fn batch(rows: &[Row]) -> Result<RecordBatch> {
    let words =
        |of: fn(&Row) -> &str| -> ArrayRef { Arc::new(StringArray::from_iter_values(rows.iter().map(of))) };
    let maybe =
        |of: fn(&Row) -> Option<&str>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<StringArray>()) };
    let number =
        |of: fn(&Row) -> Option<u32>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<UInt32Array>()) };
    let sure: BooleanArray = rows.iter().map(|row| Some(row.sure)).collect();
    let columns: [(&str, ArrayRef, bool); 18] = [
        ("article", words(|row| &row.article), false),
        ("mark", words(|row| row.mark), false),
        ("id", words(|row| &row.id), false),
        ("kind", words(|row| row.kind), false),
        ("speaker", maybe(|row| row.speaker.as_deref()), true),
        ("role", maybe(|row| row.role.as_deref()), true),
        ("certainty", words(|row| row.certainty), false),
        ("text", words(|row| &row.text), false),
        ("cue", maybe(|row| row.cue.as_deref()), true),
        ("source", maybe(|row| row.source.as_deref()), true),
        ("addressee", maybe(|row| row.addressee.as_deref()), true),
        ("items", Arc::new(items(rows)), false),
        ("stated_count", number(|row| row.stated_count), true),
        ("quotation", maybe(|row| row.quotation.as_deref()), true),
        ("start", number(|row| Some(row.start)), false),
        ("end", number(|row| Some(row.end)), false),
        ("sure", Arc::new(sure), false),
        ("by", words(|row| row.by), false),
    ];
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}

fn items(rows: &[Row]) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new());
    for row in rows {
        for item in &row.items {
            lists.values().append_value(item);
        }
        lists.append(true);
    }
    lists.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lectern_formats::export::table::COLUMNS;

    #[test]
    fn the_columns_are_those_of_the_table() {
        let batch = batch(&[]).unwrap();
        let names: Vec<&str> = batch
            .schema_ref()
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        assert_eq!(names, COLUMNS);
    }
}
