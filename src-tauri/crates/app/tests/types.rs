//! The checked-in TypeScript types.

#[test]
fn checked_in_typescript_is_up_to_date() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../ui/src/host/generated/types.ts"
    );
    let checked_in = std::fs::read_to_string(path).unwrap();
    assert_eq!(checked_in, deroule_app::typescript(), "run script/types");
}
