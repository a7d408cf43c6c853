//! What an export is refused for.

mod support;

use deroule_calendar::{CalendarError, export};
use deroule_model::{AudienceId, ProgrammeId, SessionId};
use support::{Builder, options};
use uuid::Uuid;

#[test]
fn what_the_plan_does_not_hold_is_refused_by_name() {
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
