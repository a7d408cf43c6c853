# The workshop board.
board-ideas = Ideas
board-search = Search; one idea a line…
board-add = Add “{ $title }”
board-none-found = No idea matches.
board-no-idea = Write a first idea above, then press Enter.
board-add-round = Add a round
board-add-room = Add a room
board-round-title = Workshop { $number }
board-room-name = Room { $number }
board-empty = No round yet in “{ $title }”
board-empty-text = A round is a slot with several tracks: add one, then drag ideas into it.
board-drop = Drop an idea
board-list = In the list
board-track = Track { $number }
board-no-room = no room
board-places-none = places?
board-capacity = Places in { $room }
board-room-actions = Actions for { $room }
board-room-delete = Delete the room
board-place = Placed
board-people = People
board-tags = Tags
board-tag-colour = Colour of the tag “{ $name }”: { $colour }
colour-teal = Teal
colour-purple = Purple
colour-blue = Blue
colour-amber = Amber
colour-rose = Rose
colour-green = Green
colour-slate = Grey
colour-none = No colour
board-description = Description
board-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
board-about =
    { $rounds ->
        [0] No round
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } · { $rooms ->
        [0] no room
        [one] { $rooms } room
       *[other] { $rooms } rooms
    }
board-to-place = To place ({ $count })
board-placed = Placed ({ $count })
board-elsewhere = In another session ({ $count })
board-all-placed = Every idea has a place.
board-placed-times =
    { $count ->
        [one] placed
       *[other] placed × { $count }
    }
