package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PlannedParcel.Content;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses cartons for the units of an order: one if possible, the smallest that holds all, else
 * first-fit-decreasing into several. Volume with a fill factor, weight, and each unit's sides
 * decide; the result depends on nothing but the input.
 */
public final class Cartonization {
    private static final Comparator<Carton> SMALLEST_FIRST =
            Comparator.<Carton>comparingLong(carton -> carton.inner().volumeMm3())
                    .thenComparing(Carton::code);

    private static final Comparator<CartonLine> BIGGEST_FIRST =
            Comparator.<CartonLine>comparingLong(Cartonization::volume)
                    .thenComparing(CartonLine::unitWeight)
                    .reversed()
                    .thenComparing(CartonLine::lineId);

    private final List<Carton> cartons;
    private final ParcelLimits limits;

    public Cartonization(List<Carton> cartons, ParcelLimits limits) {
        this.cartons = cartons.stream().sorted(SMALLEST_FIRST).toList();
        this.limits = limits;
    }

    /** Plans the parcels of one order; lines of zero units are passed over. */
    public CartonPlan plan(List<CartonLine> lines) {
        List<CartonLine> wanted =
                lines.stream()
                        .filter(line -> !line.quantity().isZero())
                        .sorted(BIGGEST_FIRST)
                        .toList();
        List<CartonLine> packable = new ArrayList<>();
        List<PlannedParcel> alone = new ArrayList<>();
        for (CartonLine line : wanted) {
            if (cartons.stream().anyMatch(carton -> takesOne(carton, line))) {
                packable.add(line);
                continue;
            }
            Optional<CartonPlan> problem = problem(line);
            if (problem.isPresent()) {
                return problem.get();
            }
            for (int i = 0; i < line.quantity().units(); i++) {
                alone.add(ownContainer(line));
            }
        }
        List<PlannedParcel> parcels = new ArrayList<>();
        spread(packable).forEach(open -> parcels.add(open.close()));
        parcels.addAll(alone);
        return new CartonPlan.Planned(parcels);
    }

    private Optional<CartonPlan> problem(CartonLine line) {
        if (line.unitWeight().compareTo(limits.maxWeight()) > 0) {
            String detail = line.unitWeight() + " is more than " + limits.maxWeight();
            return Optional.of(new CartonPlan.TooHeavy(line.lineId(), detail));
        }
        Dimensions size = line.unitSize();
        if (size != null && longest(size) > limits.maxSideMm()) {
            String detail = longest(size) + " mm is longer than " + limits.maxSideMm() + " mm";
            return Optional.of(new CartonPlan.TooLarge(line.lineId(), detail));
        }
        return Optional.empty();
    }

    private PlannedParcel ownContainer(CartonLine line) {
        Dimensions size = line.unitSize() == null ? limits.unknownSize() : line.unitSize();
        return new PlannedParcel(
                null,
                size,
                List.of(new Content(line.lineId(), Quantity.ONE)),
                atLeastOneGram(line.unitWeight().grams()));
    }

    /** One carton for all if there is one, else the fewest that first-fit-decreasing finds. */
    private List<OpenParcel> spread(List<CartonLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        for (Carton carton : cartons) {
            OpenParcel single = new OpenParcel(carton);
            if (lines.stream().allMatch(line -> single.add(line, line.quantity().units()) == 0)) {
                return List.of(single);
            }
        }
        List<OpenParcel> open = new ArrayList<>();
        for (CartonLine line : lines) {
            int left = line.quantity().units();
            for (OpenParcel parcel : open) {
                left = parcel.add(line, left);
            }
            while (left > 0) {
                OpenParcel fresh = new OpenParcel(roomiestFor(line));
                left = fresh.add(line, left);
                open.add(fresh);
            }
        }
        return open.stream().map(this::shrink).toList();
    }

    /** Of the cartons that take the unit, the one that takes most of them; ties to the smaller. */
    private Carton roomiestFor(CartonLine line) {
        Carton best = null;
        int most = 0;
        for (Carton carton : cartons) {
            int held = new OpenParcel(carton).roomFor(line, Quantity.MAX_UNITS);
            if (held > most) {
                best = carton;
                most = held;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no carton takes " + line.lineId());
        }
        return best;
    }

    /** The same content in the smallest carton that holds it. */
    private OpenParcel shrink(OpenParcel parcel) {
        for (Carton carton : cartons) {
            OpenParcel smaller = new OpenParcel(carton);
            boolean holdsAll =
                    parcel.contents.entrySet().stream()
                            .allMatch(entry -> smaller.add(entry.getKey(), entry.getValue()) == 0);
            if (holdsAll) {
                return smaller;
            }
        }
        return parcel;
    }

    private boolean takesOne(Carton carton, CartonLine line) {
        return new OpenParcel(carton).roomFor(line, 1) == 1;
    }

    private static long volume(CartonLine line) {
        return line.unitSize() == null ? 0 : line.unitSize().volumeMm3();
    }

    private static int longest(Dimensions size) {
        return sides(size)[2];
    }

    private static int[] sides(Dimensions size) {
        int[] sides = {size.lengthMm(), size.widthMm(), size.heightMm()};
        java.util.Arrays.sort(sides);
        return sides;
    }

    private static boolean fits(@Nullable Dimensions item, Dimensions inner) {
        if (item == null) {
            return true;
        }
        int[] small = sides(item);
        int[] large = sides(inner);
        return small[0] <= large[0] && small[1] <= large[1] && small[2] <= large[2];
    }

    private static Weight atLeastOneGram(long grams) {
        return new Weight((int) Math.max(1, grams));
    }

    /** A carton while it is being filled on paper. */
    private final class OpenParcel {
        private final Carton carton;
        private final Map<CartonLine, Integer> contents = new LinkedHashMap<>();
        private final long maxGrams;
        private long volumeLeft;
        private long grams;

        /** One unit takes more than padding allows: nothing else goes in, measured or not. */
        private boolean full;

        OpenParcel(Carton carton) {
            this.carton = carton;
            this.volumeLeft = carton.inner().volumeMm3() * limits.fillPercent() / 100;
            this.grams = carton.tare().grams();
            this.maxGrams = Math.min(carton.maxWeight().grams(), limits.maxWeight().grams());
        }

        /** How many of that many units still go in. */
        int roomFor(CartonLine line, int units) {
            if (full || grams > maxGrams || !fits(line.unitSize(), carton.inner())) {
                return 0;
            }
            long room = units;
            long volume = volume(line);
            if (volume > 0) {
                // One unit alone needs no padding against its neighbors, so its sides decide.
                boolean fillsAlone = contents.isEmpty() && volume > volumeLeft;
                room = Math.min(room, fillsAlone ? 1 : volumeLeft / volume);
            }
            if (line.unitWeight().grams() > 0) {
                room = Math.min(room, (maxGrams - grams) / line.unitWeight().grams());
            }
            return (int) Math.max(0, room);
        }

        /** Puts in what goes in and returns how many units did not. */
        int add(CartonLine line, int units) {
            int taken = roomFor(line, units);
            if (taken > 0) {
                contents.merge(line, taken, Integer::sum);
                full = volume(line) * taken > volumeLeft;
                volumeLeft = Math.max(0, volumeLeft - volume(line) * taken);
                grams += (long) line.unitWeight().grams() * taken;
            }
            return units - taken;
        }

        PlannedParcel close() {
            List<Content> held = new ArrayList<>();
            contents.forEach(
                    (line, units) -> held.add(new Content(line.lineId(), new Quantity(units))));
            return new PlannedParcel(carton, carton.inner(), held, atLeastOneGram(grams));
        }
    }
}
