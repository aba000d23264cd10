package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.fulfillment.PlannedParcel.Content;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CartonizationTest {
    private static final Carton SMALL = carton("S", 200, 150, 100, 90, 5_000);
    private static final Carton MEDIUM = carton("M", 350, 250, 200, 210, 15_000);
    private static final Carton LARGE = carton("L", 600, 400, 400, 520, 30_000);
    private static final ParcelLimits LIMITS = ParcelLimits.ordinary();

    private final Cartonization cartonization =
            new Cartonization(List.of(LARGE, SMALL, MEDIUM), LIMITS);

    private static Carton carton(
            String code, int length, int width, int height, int tare, int maxGrams) {
        return new Carton(
                code,
                code,
                new Dimensions(length, width, height),
                new Weight(tare),
                new Weight(maxGrams));
    }

    private static CartonLine line(String id, @Nullable Dimensions size, int grams, int units) {
        return new CartonLine(id, size, new Weight(grams), new Quantity(units));
    }

    private List<PlannedParcel> parcels(CartonLine... lines) {
        return assertInstanceOf(CartonPlan.Planned.class, cartonization.plan(List.of(lines)))
                .parcels();
    }

    private static String code(PlannedParcel parcel) {
        return known(parcel.carton()).code();
    }

    private static Carton known(@Nullable Carton carton) {
        assertNotNull(carton);
        return carton;
    }

    @Test
    void takesTheSmallestCartonThatHoldsAll() {
        List<PlannedParcel> parcels = parcels(line("a", new Dimensions(100, 80, 50), 300, 2));
        assertEquals(1, parcels.size());
        assertEquals("S", code(parcels.getFirst()));
        assertEquals(new Weight(690), parcels.getFirst().expectedWeight());
    }

    @Test
    void turnsAnItemToFit() {
        assertEquals(
                "S", code(parcels(line("a", new Dimensions(90, 190, 140), 100, 1)).getFirst()));
    }

    @Test
    void takesALargerCartonForALongItem() {
        assertEquals("L", code(parcels(line("a", new Dimensions(590, 20, 20), 100, 1)).getFirst()));
    }

    @Test
    void takesALargerCartonForWeight() {
        assertEquals(
                "M", code(parcels(line("a", new Dimensions(50, 50, 50), 6_000, 1)).getFirst()));
    }

    @Test
    void packsThreeHundredUnitsIntoAFewParcels() {
        List<PlannedParcel> parcels = parcels(line("mug", new Dimensions(100, 80, 80), 200, 300));
        assertTrue(parcels.size() <= 4, parcels.size() + " parcels");
        List<PlannedParcel> unmeasured = parcels(line("mug", null, 200, 300));
        assertTrue(unmeasured.size() <= 3, unmeasured.size() + " parcels");
    }

    @Test
    void acceptsItemsWithoutWeightAndSize() {
        List<PlannedParcel> parcels = parcels(line("sticker", null, 0, 3));
        assertEquals("S", code(parcels.getFirst()));
        assertEquals(new Weight(90), parcels.getFirst().expectedWeight());
    }

    @Test
    void weighsAtLeastOneGram() {
        Carton weightless = carton("Z", 100, 100, 100, 0, 1_000);
        CartonPlan plan =
                new Cartonization(List.of(weightless), LIMITS)
                        .plan(List.of(line("sticker", null, 0, 1)));
        assertEquals(
                new Weight(1),
                assertInstanceOf(CartonPlan.Planned.class, plan)
                        .parcels()
                        .getFirst()
                        .expectedWeight());
    }

    @Test
    void shipsAnItemLargerThanEveryCartonInItsOwnContainer() {
        List<PlannedParcel> parcels =
                parcels(
                        line("kayak paddle", new Dimensions(1_500, 200, 80), 1_200, 2),
                        line("mug", new Dimensions(100, 80, 80), 200, 1));
        assertEquals(3, parcels.size());
        assertEquals("S", code(parcels.getFirst()));
        assertNull(parcels.getLast().carton());
        assertEquals(new Dimensions(1_500, 200, 80), parcels.getLast().size());
    }

    @Test
    void refusesWhatNoCarrierTakes() {
        CartonPlan heavy = cartonization.plan(List.of(line("anvil", null, 40_000, 1)));
        assertEquals("anvil", assertInstanceOf(CartonPlan.TooHeavy.class, heavy).lineId());
        CartonPlan large =
                cartonization.plan(List.of(line("mast", new Dimensions(4_000, 90, 90), 900, 1)));
        assertEquals("mast", assertInstanceOf(CartonPlan.TooLarge.class, large).lineId());
    }

    @Test
    void plansNothingForNothing() {
        assertEquals(List.of(), parcels(line("a", null, 10, 0)));
    }

    @Test
    void plansTheSameWhateverTheOrderOfLines() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            List<CartonLine> lines = randomLines(random);
            CartonPlan plan = cartonization.plan(lines);
            Collections.shuffle(lines, random);
            assertEquals(plan, cartonization.plan(lines));
        }
    }

    @Test
    void putsEveryUnitIntoExactlyOneParcelWithinAllLimits() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            List<CartonLine> lines = randomLines(random);
            List<PlannedParcel> parcels =
                    assertInstanceOf(CartonPlan.Planned.class, cartonization.plan(lines)).parcels();
            Map<String, Integer> packed = new HashMap<>();
            Map<String, CartonLine> byId = new HashMap<>();
            lines.forEach(line -> byId.put(line.lineId(), line));
            for (PlannedParcel parcel : parcels) {
                check(parcel, byId);
                for (Content content : parcel.contents()) {
                    packed.merge(content.lineId(), content.quantity().units(), Integer::sum);
                }
            }
            lines.forEach(
                    line ->
                            assertEquals(
                                    line.quantity().units(),
                                    packed.getOrDefault(line.lineId(), 0)));
        }
    }

    private static void check(PlannedParcel parcel, Map<String, CartonLine> byId) {
        long grams = parcel.carton() == null ? 0 : parcel.carton().tare().grams();
        long volume = 0;
        int units = 0;
        for (Content content : parcel.contents()) {
            CartonLine line = known(byId.get(content.lineId()));
            int count = content.quantity().units();
            assertTrue(count > 0);
            units += count;
            grams += (long) line.unitWeight().grams() * count;
            if (line.unitSize() != null) {
                volume += line.unitSize().volumeMm3() * count;
                assertTrue(fits(line.unitSize(), parcel.size()));
            }
        }
        assertEquals(Math.max(1, grams), parcel.expectedWeight().grams());
        assertTrue(grams <= LIMITS.maxWeight().grams());
        if (parcel.carton() != null) {
            assertTrue(grams <= parcel.carton().maxWeight().grams());
            long usable = parcel.carton().inner().volumeMm3() * LIMITS.fillPercent() / 100;
            assertTrue(units == 1 || volume <= usable, units + " units of " + volume);
        }
    }

    private static CartonLine known(@Nullable CartonLine line) {
        assertNotNull(line);
        return line;
    }

    private static boolean fits(Dimensions item, Dimensions inner) {
        int[] small = {item.lengthMm(), item.widthMm(), item.heightMm()};
        int[] large = {inner.lengthMm(), inner.widthMm(), inner.heightMm()};
        Arrays.sort(small);
        Arrays.sort(large);
        return small[0] <= large[0] && small[1] <= large[1] && small[2] <= large[2];
    }

    private static List<CartonLine> randomLines(Random random) {
        List<CartonLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Dimensions size =
                    random.nextInt(4) == 0
                            ? null
                            : new Dimensions(
                                    1 + random.nextInt(900),
                                    1 + random.nextInt(450),
                                    1 + random.nextInt(450));
            int grams = random.nextInt(5) == 0 ? 0 : random.nextInt(30_000) + 1;
            lines.add(line("line-" + i, size, grams, random.nextInt(40)));
        }
        return lines;
    }
}
