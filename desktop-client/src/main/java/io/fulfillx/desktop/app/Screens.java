package io.fulfillx.desktop.app;

import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All screens by place, and the one in front. Used on the station thread only. */
final class Screens {
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private Place front = Place.SIGN_IN;

    void register(Screen screen) {
        remove(screen.place());
        screens.put(screen.place(), screen);
    }

    /** One that is in front is left. */
    void remove(Place place) {
        Screen gone = screens.remove(place);
        if (gone != null && place == front) {
            gone.left();
        }
    }

    Place front() {
        return front;
    }

    /** Empty when nobody may go there now. */
    Optional<Screen> at(Place place) {
        return Optional.ofNullable(screens.get(place));
    }

    /** Brings a screen to the front; stays where it is when there is no such screen. */
    Optional<Screen> go(Place place) {
        Optional<Screen> next = at(place);
        next.ifPresent(
                screen -> {
                    at(front).ifPresent(Screen::left);
                    front = place;
                    screen.opened();
                });
        return next;
    }

    /** The screen that takes this scan: a badge mostly belongs to the sign-in. */
    Optional<Screen> takerOf(Scan scan) {
        boolean badge = ScanMeaning.own(scan).orElse(null) instanceof BadgeCode;
        boolean wanted = at(front).map(Screen::wantsBadges).orElse(false);
        return at(badge && !wanted ? Place.SIGN_IN : front);
    }

    /** The place a command leads to from anywhere, if it is such a command. */
    static Optional<Place> commanded(Scan scan) {
        if (!(ScanMeaning.own(scan).orElse(null) instanceof ActionCode(var action, var _))) {
            return Optional.empty();
        }
        return switch (action) {
            case PICK -> Optional.of(Place.PICK);
            case PACK -> Optional.of(Place.PACK);
            case QUEUE -> Optional.of(Place.QUEUE);
            case SIGNOUT -> Optional.of(Place.SIGN_IN);
            default -> Optional.empty();
        };
    }
}
