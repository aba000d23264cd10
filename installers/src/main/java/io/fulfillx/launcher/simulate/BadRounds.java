package io.fulfillx.launcher.simulate;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.wire.Json;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Servers that book acts of several parcels together, and do it wrongly. */
final class BadRounds {
    private BadRounds() {}

    /** What was said of each row of a batch is kept for the one behind it. */
    static final class WrongOrder extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public void insert(Tx tx, StationId station, String epoch, List<Ruled> rows) {
                    List<Ruled> wrong = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        CommandVerdict said = rows.get((i + 1) % rows.size()).verdict();
                        wrong.add(new Ruled(rows.get(i).row(), said));
                    }
                    super.insert(tx, station, epoch, wrong);
                }
            };
        }
    }

    /** When a round fails its rows are all kept for a lead, none is tried by itself. */
    static final class NoRetry extends Parts {
        private final Set<ParcelId> failed = new HashSet<>();

        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                public Map<ParcelId, FactOutcome> packed(
                        Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
                    List<ParcelId> parcels = wanted.stream().map(Packing::parcelId).toList();
                    if (parcels.stream().anyMatch(failed::contains)) {
                        Map<ParcelId, FactOutcome> kept = new HashMap<>();
                        parcels.forEach(
                                id -> kept.put(id, new Contradicts("not-booked", "It failed.")));
                        return kept;
                    }
                    try {
                        return super.packed(tx, wanted, despiteHolds, actor);
                    } catch (IllegalStateException e) {
                        failed.addAll(parcels);
                        throw e;
                    }
                }
            };
        }
    }

    /** The number moves over a row that failed, as if it had been booked. */
    static final class MovesOn extends Parts {
        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                public Map<ParcelId, FactOutcome> packed(
                        Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
                    try {
                        return super.packed(tx, wanted, despiteHolds, actor);
                    } catch (IllegalStateException e) {
                        Map<ParcelId, FactOutcome> said = new HashMap<>();
                        wanted.forEach(each -> said.put(each.parcelId(), FactOutcome.APPLIED));
                        return said;
                    }
                }
            };
        }
    }

    /** A parcel leaves before what was picked for it is booked. */
    static final class Reorders extends Parts {
        private final Map<ParcelId, CommandEnvelope> packs = new HashMap<>();
        private final Set<ParcelId> gone = new HashSet<>();

        @Override
        void taking(JsonNode rows) {
            packs.clear();
            gone.clear();
            for (JsonNode row : rows) {
                CommandEnvelope envelope = Json.read(row.toString(), CommandEnvelope.class);
                if (envelope.command() instanceof ParcelPacked pack) {
                    packs.put(pack.parcelId(), envelope);
                }
            }
        }

        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                public Map<ParcelId, List<FactOutcome>> picked(
                        Tx tx, List<ParcelPicks> wanted, String actor) {
                    for (ParcelPicks each : wanted) {
                        CommandEnvelope pack = packs.get(each.parcel().parcelId());
                        if (pack != null) {
                            first(each.parcel(), pack);
                        }
                    }
                    return super.picked(tx, wanted, actor);
                }

                private void first(Parcel parcel, CommandEnvelope pack) {
                    boolean right =
                            labels(Tx.withoutDatabase(SimServer.ORG), List.of(parcel.parcelId()))
                                    .values()
                                    .stream()
                                    .anyMatch(
                                            label ->
                                                    pack.command() instanceof ParcelPacked it
                                                            && label.trackingNumber()
                                                                    .equals(it.trackingNumber()));
                    if (right && packed(parcel, told(pack), false).equals(FactOutcome.APPLIED)) {
                        gone.add(parcel.parcelId());
                    }
                }

                @Override
                public Map<ParcelId, FactOutcome> packed(
                        Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
                    Map<ParcelId, FactOutcome> said =
                            new HashMap<>(super.packed(tx, wanted, despiteHolds, actor));
                    said.replaceAll(
                            (id, outcome) -> gone.contains(id) ? FactOutcome.APPLIED : outcome);
                    return said;
                }
            };
        }

        private static PackedParcel told(CommandEnvelope row) {
            ParcelPacked pack = (ParcelPacked) row.command();
            return new PackedParcel(
                    pack.trackingNumber(),
                    "Carrier",
                    URI.create("https://carrier.example/"),
                    pack.carton(),
                    pack.weight(),
                    row.operatorId(),
                    row.recordedAt());
        }
    }
}
