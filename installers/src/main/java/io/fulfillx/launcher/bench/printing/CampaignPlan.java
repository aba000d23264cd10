package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.language.LabelLanguage;

import java.util.ArrayList;
import java.util.List;

/**
 * One trial of the fault campaign.
 *
 * @param profile a model of that language, with all that it can do
 * @param counts whether the model keeps a count for life, which survives every fault
 */
record CampaignPlan(
        LabelLanguage language,
        String profile,
        boolean counts,
        boolean tcp,
        int labels,
        long seed) {
    /** Every language on both wires, all labels shared out evenly. */
    static List<CampaignPlan> of(int labels, long seed) {
        List<CampaignPlan> plans = new ArrayList<>();
        for (LabelLanguage language : LabelLanguage.values()) {
            for (boolean tcp : new boolean[] {true, false}) {
                plans.add(
                        new CampaignPlan(
                                language,
                                profile(language),
                                language == LabelLanguage.ZPL || language == LabelLanguage.CPCL,
                                tcp,
                                labels / (2 * LabelLanguage.values().length),
                                seed + plans.size()));
            }
        }
        return plans;
    }

    private static String profile(LabelLanguage language) {
        return switch (language) {
            case ZPL -> "zebra-zd421";
            case EPL -> "zebra-lp2844";
            case TSPL -> "tsc-te200";
            case CPCL -> "zebra-zq520";
            case ESCPOS -> "epson-tm-m30";
        };
    }
}
