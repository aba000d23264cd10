package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;

import java.util.Set;

/** The four numbers above the queue. */
enum QueueTile {
    TO_PICK(Icon.CART, Look.INFO, Set.of(QueueState.TO_PICK, QueueState.PICKING)),
    TO_PACK(Icon.BOX, Look.INFO, Set.of(QueueState.PICKED, QueueState.PACKING, QueueState.LANE)),
    HELD(Icon.HAND, Look.ATTENTION, Set.of(QueueState.HELD, QueueState.EXCEPTION)),
    DONE(Icon.TICK, Look.GOOD, Set.of(QueueState.DONE));

    private final Icon icon;
    private final Look look;

    @SuppressWarnings("ImmutableEnumChecker") // from Set.of
    private final Set<QueueState> states;

    QueueTile(Icon icon, Look look, Set<QueueState> states) {
        this.icon = icon;
        this.look = look;
        this.states = states;
    }

    Icon icon() {
        return icon;
    }

    Look look() {
        return look;
    }

    Set<QueueState> states() {
        return states;
    }

    static QueueTile of(QueueState state) {
        for (QueueTile tile : values()) {
            if (tile.states.contains(state)) {
                return tile;
            }
        }
        throw new IllegalArgumentException(state.name());
    }
}
