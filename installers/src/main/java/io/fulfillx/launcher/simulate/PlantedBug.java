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
                new PlantedBug("an act is not known by its id", BadJournals.NoIds::new, 4),
                new PlantedBug("a copy keeps its epoch", BadJournals.SameEpoch::new, 4),
                new PlantedBug(
                        "the generation is not asked for", BadJournals.NoGeneration::new, 690),
                new PlantedBug("the chain of rows is not checked", BadJournals.NoChain::new, 1),
                new PlantedBug("the feed's cursor is a sequence", BadBooks.PlainSequence::new, 322),
                new PlantedBug("a parcel may leave twice", BadBooks.SecondPack::new, 93),
                new PlantedBug("a revoked claim counts as a live one", BadBooks.NoFence::new, 97),
                new PlantedBug("a clock takes committed parcels", BadBooks.ClockTakes::new, 20),
                new PlantedBug("jobs are numbered by a clock", BadBooks.ClockNumbers::new, 6),
                new PlantedBug("a cancel does not wait", BadBooks.HastyCancel::new, 16),
                new PlantedBug("an old address is not noticed", BadBooks.OldAddress::new, 32),
                new PlantedBug("what leaves stays reserved", BadBooks.StaysReserved::new, 2),
                new PlantedBug("a cancel releases twice", BadBooks.ReleasesTwice::new, 1),
                new PlantedBug("a lost label is bought again", BadBooks.BuysAgain::new, 6),
                new PlantedBug("a reset drops unsent work", BadStation.ResetDrops::new, 36),
                new PlantedBug("a page overwrites unsent work", BadStation.PageOverwrites::new, 2),
                new PlantedBug("a sent act is taken back", BadStation.UndoesSent::new, 234),
                new PlantedBug("unanswered rows are pruned", BadStation.PrunesUnanswered::new, 2),
                new PlantedBug("a range outlives its epoch", BadLane.OldRange::new, 360),
                new PlantedBug("a number is burned behind its act", BadLane.BurnsLater::new, 12),
                new PlantedBug("two parcels may have one plate", BadLane.NoPlateKey::new, 315),
                new PlantedBug("numbers are lent two times", BadLane.LendsTwice::new, 1),
                new PlantedBug("a plate asks for a second label", BadLane.AsksTwice::new, 1),
                new PlantedBug("a task is closed when it is asked", BadLane.ClosesTask::new, 2),
                new PlantedBug("a label fits whatever was weighed", BadLane.FitsAlways::new, 10),
                new PlantedBug("verdicts of a round are mixed up", BadRounds.WrongOrder::new, 5),
                new PlantedBug("a failed round is not tried again", BadRounds.NoRetry::new, 247),
                new PlantedBug("a failed row counts as booked", BadRounds.MovesOn::new, 16),
                new PlantedBug("a parcel leaves before its picks", BadRounds.Reorders::new, 6));
    }
}
