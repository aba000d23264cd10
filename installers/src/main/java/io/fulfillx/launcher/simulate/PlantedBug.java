package io.fulfillx.launcher.simulate;

import java.util.List;
import java.util.function.Supplier;

/**
 * A bug that the simulation must catch. Each is a part of a run that was swapped for a wrong one;
 * the product has no switch for any of them.
 *
 * @param name what it is, in a few words
 * @param parts of a run that has it
 * @param seed that caught it before, to begin with
 */
record PlantedBug(String name, Supplier<Parts> parts, long seed) {
    static List<PlantedBug> all() {
        return List.of(
                new PlantedBug("the verdict is not stored", BadJournals.NoVerdicts::new, 2),
                new PlantedBug(
                        "the number moves without the effect", BadJournals.NumberAlone::new, 135),
                new PlantedBug(
                        "rows may be missing between batches", BadJournals.NoGapCheck::new, 2),
                new PlantedBug("an act is not known by its id", BadJournals.NoIds::new, 45),
                new PlantedBug("a copy keeps its epoch", BadJournals.SameEpoch::new, 42),
                new PlantedBug(
                        "the generation is not asked for", BadJournals.NoGeneration::new, 321),
                new PlantedBug("the chain of rows is not checked", BadJournals.NoChain::new, 21),
                new PlantedBug("the feed's cursor is a sequence", BadBooks.PlainSequence::new, 45),
                new PlantedBug("a parcel may leave twice", BadBooks.SecondPack::new, 135),
                new PlantedBug("a revoked claim counts as a live one", BadBooks.NoFence::new, 34),
                new PlantedBug("a clock takes committed parcels", BadBooks.ClockTakes::new, 8),
                new PlantedBug("a cancel does not wait", BadBooks.HastyCancel::new, 39),
                new PlantedBug("an old address is not noticed", BadBooks.OldAddress::new, 240),
                new PlantedBug("what leaves stays reserved", BadBooks.StaysReserved::new, 2),
                new PlantedBug("a cancel releases twice", BadBooks.ReleasesTwice::new, 1),
                new PlantedBug("a lost label is bought again", BadBooks.BuysAgain::new, 2),
                new PlantedBug("a reset drops unsent work", BadStation.ResetDrops::new, 152),
                new PlantedBug("a page overwrites unsent work", BadStation.PageOverwrites::new, 2),
                new PlantedBug("a sent act is taken back", BadStation.UndoesSent::new, 117),
                new PlantedBug("unanswered rows are pruned", BadStation.PrunesUnanswered::new, 4));
    }
}
