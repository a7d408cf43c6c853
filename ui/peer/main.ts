// What `script/bench` compares our drag with: a day of 200 events in four resources, moved by the
// library's own hand. No part of the app.
import '@event-calendar/core/index.css';
import { createCalendar, Interaction, ResourceTimeGrid } from '@event-calendar/core';

const DAY = '2026-03-02';
const RESOURCES = 4;
const EVENTS = 50;
const MINUTES = 5;
const FIRST_MINUTE = 9 * 60;

const resources = Array.from({ length: RESOURCES }, (_, number) => ({
  id: number,
  title: `Room ${number + 1}`,
}));

function time(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${DAY}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

const events = Array.from({ length: RESOURCES * EVENTS }, (_, number) => {
  const start = FIRST_MINUTE + (number % EVENTS) * MINUTES;
  return {
    id: number,
    resourceId: Math.floor(number / EVENTS),
    start: time(start),
    end: time(start + MINUTES),
    title: `Slot ${number}`,
  };
});

function mount(target: HTMLElement) {
  createCalendar(target, [ResourceTimeGrid, Interaction], {
    view: 'resourceTimeGridDay',
    date: DAY,
    height: '100%',
    allDaySlot: false,
    // A slot to each event gives it the height to show its time and title.
    slotDuration: { minutes: MINUTES },
    snapDuration: { minutes: MINUTES },
    // The first events stay clear of the edge near which a drag scrolls.
    slotMinTime: '08:40:00',
    slotMaxTime: '18:00:00',
    editable: true,
    resources,
    events,
  });
}

function tellWhenDrawn() {
  if (document.querySelectorAll('.ec-event').length === events.length) {
    document.documentElement.dataset.ready = 'true';
  } else requestAnimationFrame(tellWhenDrawn);
}

const target = document.getElementById('calendar');
if (target) {
  mount(target);
  requestAnimationFrame(tellWhenDrawn);
}
