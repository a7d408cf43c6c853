//! The errors of an export.

mod support;

use deroule_calendar::{CalendarError, export};
use deroule_model::{AudienceId, ProgrammeId, SessionId};
use support::{Builder, options};
use uuid::Uuid;

#[test]
fn a_missing_programme_audience_session_or_zone_is_an_error() {
    let nowhere = Uuid::from_u128(u128::MAX);
    let builder = Builder::new("Europe/Paris");
    let plan = builder.plan();
    assert_eq!(
        export(&plan, ProgrammeId(nowhere), &options()),
        Err(CalendarError::UnknownProgramme(ProgrammeId(nowhere)))
    );
    let mut other = options();
    other.audience = Some(AudienceId(nowhere));
    assert_eq!(
        export(&plan, builder.programme, &other),
        Err(CalendarError::UnknownAudience(AudienceId(nowhere)))
    );
    let mut other = options();
    other.sessions = Some(vec![SessionId(nowhere)]);
    assert_eq!(
        export(&plan, builder.programme, &other),
        Err(CalendarError::UnknownSession(SessionId(nowhere)))
    );
    let elsewhere = Builder::new("Europe/Lutèce");
    assert_eq!(
        export(&elsewhere.plan(), elsewhere.programme, &options()),
        Err(CalendarError::UnknownTimezone("Europe/Lutèce".into()))
    );
}
