package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.fulfillment.SiblingStore.Left;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class KitPolicyTest {
    private static final ItemId CUP = new ItemId(new UUID(1, 1));
    private static final ItemId TEA = new ItemId(new UUID(1, 2));
    private static final Map<ItemId, Integer> ONE = Map.of(CUP, 1, TEA, 2);

    private static final ParcelId FIRST = new ParcelId(new UUID(2, 1));
    private static final ParcelId SECOND = new ParcelId(new UUID(2, 2));
    private static final ParcelId THIRD = new ParcelId(new UUID(2, 3));

    @Test
    void onlyWholeKitsCount() {
        assertEquals(
                Quantity.ONE, KitPolicy.completed(ONE, Map.of(CUP, 3), Map.of(CUP, 3, TEA, 3)));
        assertEquals(Quantity.ZERO, KitPolicy.completed(ONE, Map.of(), Map.of(CUP, 3)));
    }

    @Test
    void aParcelWithTheOtherComponentGoesTogetherWithTheOneThatCompletes() {
        assertEquals(
                Set.of(FIRST),
                KitPolicy.together(
                        ONE,
                        Map.of(CUP, 1),
                        Map.of(CUP, 1, TEA, 2),
                        List.of(new Left(FIRST, CUP, 1))));
    }

    @Test
    void whatLeftFirstBelongsToTheKitsThatWereCompleteFirst() {
        List<Left> left =
                List.of(new Left(THIRD, CUP, 1), new Left(SECOND, TEA, 2), new Left(FIRST, CUP, 1));
        assertEquals(
                Set.of(THIRD),
                KitPolicy.together(ONE, Map.of(CUP, 2, TEA, 2), Map.of(CUP, 2, TEA, 4), left));
    }

    @Test
    void oneParcelCanBelongToKitsThatAreCompleteAtDifferentTimes() {
        List<Left> left = List.of(new Left(SECOND, TEA, 2), new Left(FIRST, CUP, 3));
        assertEquals(
                Set.of(FIRST),
                KitPolicy.together(ONE, Map.of(CUP, 3, TEA, 2), Map.of(CUP, 3, TEA, 6), left));
    }
}
