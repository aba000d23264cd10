package io.fulfillx.launcher.simulate;

import java.util.List;
import java.util.function.Supplier;

/**
 * A bug that the simulation must catch. Each is a part of a run that was swapped for a wrong one;
 * the product has no switch for any of them.
 *
 * @param name what it is, in a few words
 * @param parts of a run that has it
 */
record PlantedBug(String name, Supplier<Parts> parts) {
    static List<PlantedBug> all() {
        return List.of(
                new PlantedBug("the verdict is not stored", BadJournals.NoVerdicts::new),
                new PlantedBug("the number moves without the effect", BadJournals.NumberAlone::new),
                new PlantedBug("rows may be missing between batches", BadJournals.NoGapCheck::new),
                new PlantedBug("an act is not known by its id", BadJournals.NoIds::new),
                new PlantedBug("a copy keeps its epoch", BadJournals.SameEpoch::new),
                new PlantedBug("the generation is not asked for", BadJournals.NoGeneration::new),
                new PlantedBug("the chain of rows is not checked", BadJournals.NoChain::new),
                new PlantedBug("the feed's cursor is a sequence", BadBooks.PlainSequence::new),
                new PlantedBug("a parcel may leave twice", BadBooks.SecondPack::new),
                new PlantedBug("a revoked claim counts as a live one", BadBooks.NoFence::new),
                new PlantedBug("a clock takes committed parcels", BadBooks.ClockTakes::new),
                new PlantedBug("a cancel does not wait", BadBooks.HastyCancel::new),
                new PlantedBug("an old address is not noticed", BadBooks.OldAddress::new),
                new PlantedBug("what leaves stays reserved", BadBooks.StaysReserved::new),
                new PlantedBug("a cancel releases twice", BadBooks.ReleasesTwice::new),
                new PlantedBug("a lost label is bought again", BadBooks.BuysAgain::new),
                new PlantedBug("a reset drops unsent work", BadStation.ResetDrops::new),
                new PlantedBug("a page overwrites unsent work", BadStation.PageOverwrites::new),
                new PlantedBug("a sent act is taken back", BadStation.UndoesSent::new),
                new PlantedBug("unanswered rows are pruned", BadStation.PrunesUnanswered::new));
    }
}
