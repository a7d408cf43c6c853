//! Edits of a programme, its audiences and its rooms.

use deroule_model::normalize::is_same_name;
use deroule_model::{
    Audience, AudienceId, Colour, Entity, Language, Message, Programme, ProgrammeId, Rank, Room,
    RoomId, Subject,
};

use crate::fields::{AudienceField, ProgrammeField, RoomField};
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{require_name, trimmed};

impl Transaction<'_> {
    pub(crate) fn add_programme(
        &mut self,
        id: ProgrammeId,
        title: String,
        timezone: String,
        language: Language,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Programme(id);
        if self.state.programme(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let title = require_name(&title, subject)?;
        let label = Message::new("edit-add-programme").text("title", &title);
        let rank = Rank::after_all(self.state.programmes().into_iter().map(|row| &row.rank));
        self.create(Entity::Programme(Programme {
            id,
            title,
            timezone,
            language,
            agenda_page_url: None,
            agenda_feed_url: None,
            is_sample: false,
            rank,
        }));
        Ok(label)
    }

    pub(crate) fn set_programme(
        &mut self,
        id: ProgrammeId,
        field: ProgrammeField,
    ) -> Result<Message, Refusal> {
        let before = self.programme(id)?;
        let mut after = before.clone();
        match field {
            ProgrammeField::Title(title) => {
                after.title = require_name(&title, Subject::Programme(id))?
            }
            ProgrammeField::Timezone(zone) => {
                after.timezone = require_name(&zone, Subject::Programme(id))?;
            }
            ProgrammeField::Language(language) => after.language = language,
            ProgrammeField::AgendaPageUrl(url) => after.agenda_page_url = trimmed(url),
            ProgrammeField::AgendaFeedUrl(url) => after.agenda_feed_url = trimmed(url),
            ProgrammeField::Sample(sample) => after.is_sample = sample,
        }
        let label = Message::new("edit-set-programme").text("title", &after.title);
        self.rewrite(Entity::Programme(before), Entity::Programme(after));
        Ok(label)
    }

    pub(crate) fn delete_programme(&mut self, id: ProgrammeId) -> Result<Message, Refusal> {
        let programme = self.programme(id)?;
        let label = Message::new("edit-delete-programme").text("title", &programme.title);
        self.delete(Entity::Programme(programme));
        Ok(label)
    }

    pub(crate) fn add_audience(
        &mut self,
        id: AudienceId,
        programme: ProgrammeId,
        name: String,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Audience(id);
        self.programme(programme)?;
        if self.state.audience(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let name = require_name(&name, subject)?;
        self.audience_name_is_free(id, programme, &name)?;
        let label = Message::new("edit-add-audience").text("name", &name);
        let siblings = self.state.audiences(programme);
        let colour = unused_colour(&siblings);
        let rank = Rank::after_all(siblings.into_iter().map(|row| &row.rank));
        self.create(Entity::Audience(Audience {
            id,
            programme,
            name,
            colour,
            rank,
        }));
        Ok(label)
    }

    pub(crate) fn set_audience(
        &mut self,
        id: AudienceId,
        field: AudienceField,
    ) -> Result<Message, Refusal> {
        let before = self.audience(id)?;
        let mut after = before.clone();
        match field {
            AudienceField::Name(name) => {
                after.name = require_name(&name, Subject::Audience(id))?;
                self.audience_name_is_free(id, before.programme, &after.name)?;
            }
            AudienceField::Colour(colour) => after.colour = colour,
        }
        let label = Message::new("edit-set-audience").text("name", &after.name);
        self.rewrite(Entity::Audience(before), Entity::Audience(after));
        Ok(label)
    }

    pub(crate) fn delete_audience(&mut self, id: AudienceId) -> Result<Message, Refusal> {
        let audience = self.audience(id)?;
        let label = Message::new("edit-delete-audience").text("name", &audience.name);
        self.delete(Entity::Audience(audience));
        Ok(label)
    }

    pub(crate) fn add_room(
        &mut self,
        id: RoomId,
        programme: ProgrammeId,
        name: String,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Room(id);
        self.programme(programme)?;
        if self.state.room(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let name = require_name(&name, subject)?;
        self.room_name_is_free(id, programme, &name)?;
        let label = Message::new("edit-add-room").text("name", &name);
        let rank = Rank::after_all(self.state.rooms(programme).into_iter().map(|row| &row.rank));
        let row = Room {
            id,
            programme,
            name,
            capacity: None,
            features: None,
            rank,
        };
        self.create(Entity::Room(row));
        Ok(label)
    }

    pub(crate) fn set_room(&mut self, id: RoomId, field: RoomField) -> Result<Message, Refusal> {
        let before = self.room(id)?;
        let mut after = before.clone();
        match field {
            RoomField::Name(name) => {
                after.name = require_name(&name, Subject::Room(id))?;
                self.room_name_is_free(id, before.programme, &after.name)?;
            }
            RoomField::Capacity(capacity) => after.capacity = capacity,
            RoomField::Features(features) => after.features = trimmed(features),
        }
        let label = Message::new("edit-set-room").text("name", &after.name);
        self.rewrite(Entity::Room(before), Entity::Room(after));
        Ok(label)
    }

    pub(crate) fn delete_room(&mut self, id: RoomId) -> Result<Message, Refusal> {
        let room = self.room(id)?;
        let label = Message::new("edit-delete-room").text("name", &room.name);
        self.delete(Entity::Room(room));
        Ok(label)
    }

    fn audience_name_is_free(
        &self,
        id: AudienceId,
        programme: ProgrammeId,
        name: &str,
    ) -> Result<(), Refusal> {
        let others = self.state.audiences(programme);
        let taken = others
            .into_iter()
            .any(|row| row.id != id && is_same_name(&row.name, name));
        free(taken, Subject::Audience(id), name)
    }

    fn room_name_is_free(
        &self,
        id: RoomId,
        programme: ProgrammeId,
        name: &str,
    ) -> Result<(), Refusal> {
        let others = self.state.rooms(programme);
        let taken = others
            .into_iter()
            .any(|row| row.id != id && is_same_name(&row.name, name));
        free(taken, Subject::Room(id), name)
    }
}

fn free(taken: bool, subject: Subject, name: &str) -> Result<(), Refusal> {
    if taken {
        Err(Refusal::NameTaken {
            subject,
            name: name.to_owned(),
        })
    } else {
        Ok(())
    }
}

/// The first colour that no sibling has. When all are used, they start again.
fn unused_colour(siblings: &[&Audience]) -> Colour {
    let unused = Colour::ALL
        .into_iter()
        .find(|colour| siblings.iter().all(|row| row.colour != *colour));
    let again = Colour::ALL.into_iter().cycle().nth(siblings.len());
    unused.or(again).unwrap_or(Colour::Slate)
}
