//! `#[derive(Row)]`: the one declaration of a row. See `deroule_model::row` for what it implements.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Field, Fields, Ident, LitStr, Result};

/// Implements `Row` for a struct with named fields, the first of which is its `id`.
///
/// Attributes of a field:
/// - `#[row(parent)]`: the row belongs to the row this field names, and is deleted with it.
/// - `#[row(reference)]`: the row names another row. When that row is deleted, an `Option` becomes
///   `None`; a row whose field is no `Option` is deleted.
/// - `#[row(columns("day", "track"))]`: the columns of a field that needs more than one, or whose
///   column has another name.
///
/// The struct needs a field `rank` to be ordered by it. `#[row(order = "by_date")]` on the struct
/// names a function `fn(&Self, &Self) -> Ordering` to be used instead.
#[proc_macro_derive(Row, attributes(row))]
pub fn derive_row(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

/// What is declared of a field.
struct Column<'a> {
    name: &'a Ident,
    kind: &'a syn::Type,
    columns: Vec<String>,
    is_parent: bool,
    is_reference: bool,
}

fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(input, "a row is a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(input, "a row has named fields"));
    };
    let columns: Vec<Column<'_>> = fields.named.iter().map(column).collect::<Result<_>>()?;
    let Some(id) = columns.first().filter(|column| column.name == "id") else {
        return Err(Error::new_spanned(input, "a row begins with its id"));
    };
    let (row, id_kind) = (&input.ident, id.kind);
    let table = LitStr::new(&snake_case(&row.to_string()), row.span());
    let names = columns.iter().flat_map(|column| &column.columns);
    let (fields, kinds): (Vec<_>, Vec<_>) = columns.iter().map(|one| (one.name, one.kind)).unzip();
    let parent = match columns.iter().find(|column| column.is_parent) {
        Some(Column { name, .. }) => quote! { crate::row::Refers::target(&self.#name) },
        None => quote! { None },
    };
    let references: Vec<&Ident> = columns
        .iter()
        .filter(|column| column.is_reference)
        .map(|column| column.name)
        .collect();
    let has_rank = columns.iter().any(|column| column.name == "rank");
    let (rank, rank_mut) = match has_rank {
        true => (quote! { Some(&self.rank) }, quote! { Some(&mut self.rank) }),
        false => (quote! { None }, quote! { None }),
    };
    let order = order(input)?;
    let is_by_rank = has_rank && order.is_none();
    let compare = match order {
        Some(order) => quote! { #order(self, other) },
        None if has_rank => quote! { (&self.rank, self.id).cmp(&(&other.rank, other.id)) },
        None => quote! { self.id.cmp(&other.id) },
    };
    Ok(quote! {
        impl crate::row::Row for #row {
            type Id = #id_kind;
            const NAME: &'static str = #table;
            const COLUMNS: &'static [&'static str] = &[#(#names),*];
            const IS_BY_RANK: bool = #is_by_rank;

            fn id(&self) -> Self::Id {
                self.id
            }

            fn parent(&self) -> Option<uuid::Uuid> {
                #parent
            }

            fn references(&self) -> Vec<uuid::Uuid> {
                let mut found = Vec::new();
                #(found.extend(crate::row::Refers::target(&self.#references));)*
                found
            }

            fn without(&self, gone: uuid::Uuid) -> Option<Self> {
                #[allow(unused_mut, reason = "a row may have no reference")]
                let mut row = self.clone();
                #(
                    if crate::row::Refers::target(&row.#references) == Some(gone)
                        && !crate::row::Refers::clear(&mut row.#references)
                    {
                        return None;
                    }
                )*
                Some(row)
            }

            fn rank(&self) -> Option<&crate::rank::Rank> {
                #rank
            }

            fn rank_mut(&mut self) -> Option<&mut crate::rank::Rank> {
                #rank_mut
            }

            fn compare(&self, other: &Self) -> std::cmp::Ordering {
                #compare
            }

            fn write<'a>(&'a self, cells: &mut Vec<crate::column::Cell<'a>>) {
                #(crate::column::Column::write(&self.#fields, cells);)*
            }

            fn read(
                cells: &mut impl crate::column::ReadCells,
            ) -> Result<Self, crate::column::CellError> {
                Ok(Self { #(#fields: <#kinds as crate::column::Column>::read(cells)?),* })
            }
        }
    })
}

fn column(field: &Field) -> Result<Column<'_>> {
    let Some(name) = &field.ident else {
        return Err(Error::new_spanned(field, "a column has a name"));
    };
    let mut column = Column {
        name,
        kind: &field.ty,
        columns: vec![name.to_string()],
        is_parent: false,
        is_reference: false,
    };
    for attribute in field.attrs.iter().filter(|one| one.path().is_ident("row")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("parent") {
                column.is_parent = true;
            } else if meta.path.is_ident("reference") {
                column.is_reference = true;
            } else if meta.path.is_ident("columns") {
                let content;
                syn::parenthesized!(content in meta.input);
                let names = content
                    .parse_terminated(<LitStr as syn::parse::Parse>::parse, syn::Token![,])?;
                column.columns = names.iter().map(LitStr::value).collect();
            } else {
                return Err(meta.error("parent, reference or columns(…)"));
            }
            Ok(())
        })?;
    }
    Ok(column)
}

fn order(input: &DeriveInput) -> Result<Option<Ident>> {
    let mut order = None;
    for attribute in input.attrs.iter().filter(|one| one.path().is_ident("row")) {
        attribute.parse_nested_meta(|meta| {
            if !meta.path.is_ident("order") {
                return Err(meta.error("order = \"…\""));
            }
            let name: LitStr = meta.value()?.parse()?;
            order = Some(format_ident!("{}", name.value(), span = name.span()));
            Ok(())
        })?;
    }
    Ok(order)
}

/// `SourcePage` → `source_page`.
fn snake_case(name: &str) -> String {
    let mut text = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && at > 0 {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
