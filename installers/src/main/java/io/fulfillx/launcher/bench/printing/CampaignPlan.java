package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.printing.CampaignStation.Step;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;
import io.fulfillx.printing.profile.PrinterProfiles;

import java.util.ArrayList;
import java.util.List;

/**
 * One trial of the fault campaign.
 *
 * @param profile a model of that language, with all that it can do
 * @param deaths the steps of the journal at which one station after the other is killed
 */
record CampaignPlan(
        LabelLanguage language,
        String profile,
        boolean tcp,
        int labels,
        List<Step> deaths,
        long seed) {
    CampaignPlan {
        deaths = List.copyOf(deaths);
    }

    /** Every language on both wires, all labels shared out evenly. */
    static List<CampaignPlan> of(int labels, boolean quick, long seed) {
        List<CampaignPlan> plans = new ArrayList<>();
        List<Step> every = new ArrayList<>(List.of(Step.values()));
        every.remove(Step.NEVER);
        for (LabelLanguage language : LabelLanguage.values()) {
            for (boolean tcp : new boolean[] {true, false}) {
                plans.add(
                        new CampaignPlan(
                                language,
                                profile(language),
                                tcp,
                                labels / (2 * LabelLanguage.values().length),
                                quick ? List.of(every.get(plans.size() % every.size())) : every,
                                seed + plans.size()));
            }
        }
        return plans;
    }

    String name() {
        return language + (tcp ? " over TCP" : " over serial");
    }

    /** Whether the model says of each label that it is out. */
    boolean acknowledges() {
        return promises() && (language.dialect().announces() || language.dialect().acknowledges());
    }

    /** What the model tells of its labels, and what of that outlives a fault. */
    String evidence() {
        if (acknowledges()) {
            return language.dialect().announces()
                    ? "names each label, counts for life"
                    : "acknowledges each label while connected, counts nothing";
        }
        return language.dialect().countRestarts() ? "counts since power-on" : "counts for life";
    }

    private boolean promises() {
        return PrinterProfiles.find(profile).stream()
                .noneMatch(model -> model.quirks().contains(Quirk.NO_ANNOUNCEMENT));
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
