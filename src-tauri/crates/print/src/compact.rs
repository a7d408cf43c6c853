//! Reduces finished pages of a long document while others are set. A page keeps what the PDF shows and what
//! its tags need. It drops what only the layout needs, which is most of its memory.

use std::sync::Arc;

use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::grid::resolve::{CellGrid, Entry};
use typst::layout::{Frame, FrameItem, GridCell, GridElem, PlaceElem};
use typst::model::{ParElem, TableCell, TableElem};
use typst::pdf::ArtifactElem;

/// Reduces a frame.
pub(crate) fn frame(frame: &mut Frame) {
    // Tags of functions keep all data alive. Only the layout reads them.
    frame.retain(|item| match item {
        FrameItem::Tag(Tag::Start(_, flags) | Tag::End(_, _, flags)) => flags.tagged,
        _ => true,
    });
    // A new list has no spare capacity.
    let mut small = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        small.set_baseline(frame.baseline());
    }
    small.push_multiple(frame.items().cloned());
    *frame = small;
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => self::frame(&mut group.frame),
            FrameItem::Tag(Tag::Start(element, _)) => drop_content(element),
            _ => {}
        }
        true
    });
}

/// Drops the content of an element. The frames have it already.
fn drop_content(element: &mut Content) {
    if let Some(cell) = element.to_packed_mut::<TableCell>() {
        cell.body = Content::default();
    } else if let Some(table) = element.to_packed_mut::<TableElem>() {
        table.children = Vec::new();
        drop_bodies(table.grid.as_mut());
    } else if let Some(cell) = element.to_packed_mut::<GridCell>() {
        cell.body = Content::default();
    } else if let Some(grid) = element.to_packed_mut::<GridElem>() {
        grid.children = Vec::new();
        drop_bodies(grid.grid.as_mut());
    } else if let Some(paragraph) = element.to_packed_mut::<ParElem>() {
        paragraph.body = Content::default();
    } else if let Some(place) = element.to_packed_mut::<PlaceElem>() {
        place.body = Content::default();
    } else if let Some(artifact) = element.to_packed_mut::<ArtifactElem>() {
        artifact.body = Content::default();
    }
}

fn drop_bodies(grid: Option<&mut Arc<CellGrid>>) {
    // A grid that is shared stays.
    for entry in grid
        .and_then(Arc::get_mut)
        .into_iter()
        .flat_map(|grid| &mut grid.entries)
    {
        if let Entry::Cell(cell) = entry {
            cell.body = Content::default();
        }
    }
}
