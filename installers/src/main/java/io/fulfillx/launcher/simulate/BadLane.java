package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.launcher.simulate.Books.Label;
import io.fulfillx.launcher.simulate.Books.Task;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.station.LanePlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wrong ways with plates and with the labels that come after them. */
final class BadLane {
    private static final String PLATES = "select value from meta where key = 'numbers'";

    private BadLane() {}

    private static void write(SimStation station, String numbers) {
        int _ =
                StationFile.run(
                        station, "update meta set value = ? where key = 'numbers'", numbers);
    }

    /** What is left of a range goes on in the next life of the journal. */
    static final class OldRange extends Parts {
        /** What a station was lent in its newest life. */
        private final Map<SimStation, Lent> known = new HashMap<>();

        private record Lent(String epoch, String numbers) {}

        @Override
        void beforeWork(SimStation station) {
            String now = station.store().epoch();
            Lent before = known.get(station);
            if (before != null && !before.epoch().equals(now)) {
                String kept = before.numbers().replace(before.epoch(), now);
                station.changed(() -> write(station, kept));
                known.put(station, new Lent(now, kept));
            } else if (before == null && station.store().numbers().left(LentNumbers.PLATES) > 0) {
                station.changed(
                        () ->
                                StationFile.text(station, PLATES)
                                        .ifPresent(it -> known.put(station, new Lent(now, it))));
            }
        }
    }

    /** The number is burned in a commit of its own behind the act: a crash can come between. */
    static final class BurnsLater extends Parts {
        private Optional<String> numbers = Optional.empty();

        @Override
        void beforePlate(SimStation station) {
            station.changed(() -> numbers = StationFile.text(station, PLATES));
        }

        @Override
        void behindPlate(SimStation station, boolean crashes) {
            if (crashes) {
                station.changed(() -> write(station, numbers.orElseThrow()));
            }
        }
    }

    /** Any number of parcels may carry one plate. */
    static final class NoPlateKey extends Parts {
        @Override
        MemoryLane lane(House house) {
            return new MemoryLane(house) {
                @Override
                boolean plate(ParcelId parcel, LanePlate plate) {
                    keep(parcel, plate);
                    return true;
                }
            };
        }
    }

    /** Two stations are lent the same numbers. */
    static final class LendsTwice extends Parts {
        @Override
        NumberBook numbers(Books books) {
            return new MemoryNumbers(books) {
                @Override
                public Optional<NumberRange> take(
                        Tx tx, NumberSeries series, long first, long end, int size) {
                    return Optional.of(new NumberRange(series, 0, size));
                }
            };
        }
    }

    /** When the plate comes a label is asked for, also where one was bought. */
    static final class AsksTwice extends Parts {
        @Override
        MemoryLane lane(House house) {
            return new MemoryLane(house) {
                @Override
                void plated(Parcel parcel, LanePlate plate, StationId station) {
                    super.plated(parcel, plate, station);
                    books().labels
                            .find(parcel.parcelId())
                            .filter(label -> label.state() == Label.State.PURCHASED)
                            .ifPresent(label -> again(house, parcel.parcelId(), label));
                }
            };
        }

        private static void again(House house, ParcelId parcel, Label label) {
            house.books().labels.put(parcel, label.in(Label.State.VOIDED));
            Parcel now = house.books().parcels.get(parcel);
            if (now.status() != ParcelStatus.PLANNED) {
                house.change(Rewrite.status(now, ParcelStatus.Verb.REPLACE_LABEL));
            }
        }
    }

    /** The task to stick the label on is closed when it is asked. */
    static final class ClosesTask extends Parts {
        @Override
        MemoryLane lane(House house) {
            return new MemoryLane(house) {
                @Override
                void look(Parcel parcel, StationId station) {
                    super.look(parcel, station);
                    for (Task task : List.copyOf(books().tasks.rows())) {
                        if (task.wanted().kind() == TaskKind.LABEL_PARCEL && !task.done()) {
                            house.finish(task);
                        }
                    }
                }
            };
        }
    }

    /** A label is stuck on whatever the parcel weighs. */
    static final class FitsAlways extends Parts {
        @Override
        Optional<LabelDocument> paper(StoredJob stored) {
            return Optional.ofNullable(stored.job().label());
        }
    }
}
