"""The names people give to services."""

from __future__ import annotations

from assistant.reading.lexicon import Lexicon

NAMES = Lexicon(
    {
        "port images": "port film | portfilm | port image | portal film | portal image | portal imaging | port imaging | port |"
        " port xray | "
        "port x ray | mv port | weekly port | verification film | beam film | portal verification",
        "weekly management": "weekly management | treatment management | weekly treatment management | otv | weekly otv | "
        "on treatment visit | "
        "on treatment check | weekly mgmt | tx management | treatment mgmt | tx mgmt | weekly "
        "physician management | weekly visit | "
        "radiation treatment management | weekly md visit | status check | weekly see | weekly "
        "oncologist visit | weekly on treatment visit",
        "short course management": "short course management",
        "SBRT management": "sbrt management | sbrt treatment management | sbrt mgmt | sabr management | stereotactic "
        "body management",
        "SRS management": "srs management | srs treatment management | radiosurgery management | srs mgmt",
        "SBRT delivery": "sbrt delivery | sbrt treatment delivery | sabr delivery | sbrt treatment | sbrt daily "
        "delivery",
        "cobalt radiosurgery": "gamma knife delivery | gamma knife srs | cobalt srs | cobalt radiosurgery",
        "linear accelerator radiosurgery": "linac srs | linac radiosurgery | linac based srs | linac srs delivery | srs linac | srs on linac | srs on a "
        "linac | srs on the linac | linear accelerator srs | linear accelerator based srs | linac based radiosurgery",
        "SRS delivery": "srs delivery | srs treatment delivery | radiosurgery delivery",
        "weekly physics": "weekly physics | physics check | weekly physics check | continuing physics | weekly chart "
        "check | physics chart check | "
        "continuing medical physics | physics weekly | weekly physicist check | physicist check | "
        "weekly physics consult | continuing physics consult",
        "special physics consultation": "special physics consult | special physics consultation | special physics | special medical "
        "physics consult | "
        "special medical physics consultation",
        "special treatment procedure": "special treatment procedure | special tx procedure | special procedure",
        "IMRT plan": "imrt plan | imrt planning | vmat plan | vmat planning | imrt treatment plan | inverse plan |"
        " inverse planning",
        "3-D plan": "3d plan | 3d planning | 3d simulation | 3d conformal plan | 3 d plan",
        "special port plan": "special port plan | special teletherapy port plan",
        "isodose plan": "isodose plan | isodose | teletherapy isodose",
        "brachytherapy isodose plan": "brachy isodose plan | brachytherapy isodose plan | brachy isodose | brachytherapy isodose | brachy plan | "
        "brachytherapy plan | brachy planning | brachytherapy planning | hdr plan | hdr planning | implant plan",
        "MLC device": "mlc device | mlc | multileaf collimator | imrt device | mlc for imrt | multi leaf collimator",
        "treatment device": "treatment device | device code | custom block | complex device | mask | aquaplast | vac lok | vac lok bag | vac lock | vac lock bag | vaclok | vac bag | vacuum bag | "
        "alpha cradle | breast board | bolus | immobilization device | "
        "immobilization",
        "basic dose calculation": "basic calculation | basic dosimetry | basic dose calc | dose calculation | basic dose calculation | dose calc | mu calc | "
        "dosimetry calc | basic calc | "
        "monitor unit calculation",
        "special dosimetry": "special dosimetry | tld | diode | in vivo dosimetry",
        "clinical treatment planning": "clinical treatment planning | clinical treatment plan | clinical planning | physician "
        "planning",
        "simulation": "simulation | sim | ct sim | ct simulation | v sim | complex sim | simple sim",
        "verification simulation": "verification sim | verification simulation | verif sim | sim verification | simulation verification",
        "respiratory motion simulation": "respiratory motion management simulation | respiratory motion management | 4d sim | 4dct | 4d ct | respiratory motion sim | respiratory motion simulation",
        "HDR delivery": "hdr | hdr delivery | hdr treatment | hdr brachy | hdr brachytherapy",
        "proton delivery": "proton delivery | proton treatment delivery | proton treatment",
        "superficial delivery": "superficial delivery | superficial treatment | srt delivery | srt treatment | orthovoltage "
        "delivery",
        "IMRT delivery": "imrt delivery | imrt treatment delivery | vmat delivery | imrt treatment | imrt tx | imrt "
        "daily delivery | imrt daily treatment | "
        "daily imrt",
        "treatment delivery": "radiation treatment delivery | tx delivery | daily treatment delivery | "
        "beam delivery | 3d delivery | linac delivery",
        "level 1 delivery": "treatment level 1 | session level 1 | delivery level 1 | level 1 delivery | level 1 | level one | level i treatment delivery | "
        "level 1 treatment | simple delivery",
        "level 2 delivery": "treatment level 2 | session level 2 | delivery level 2 | level 2 delivery | level 2 | level two | level 2 treatment | "
        "intermediate delivery",
        "level 3 delivery": "treatment level 3 | session level 3 | delivery level 3 | level 3 delivery | level 3 | level three | level 3 treatment | complex "
        "delivery",
        "image guidance": "igrt | image guidance | imaging guidance | guidance imaging | image guided | daily igrt | image guided radiation therapy | "
        "guidance code | image review | image review and approval | guidance image | guidance image review | daily image guidance | daily imaging",
        "cone beam CT guidance": "cone beam | cone beam ct | cbct | daily cbct | daily cone beam ct | kv cbct | conebeam | "
        "conebeam ct | ct guidance | daily cone beam",
        "ultrasound guidance": "ultrasound guidance | us guidance",
        "stereoscopic guidance": "stereoscopic guidance | stereoscopic | exactrac | orthogonal kv | kv pair | stereoscopic x "
        "ray",
        "motion tracking": "intrafraction tracking code",
        "intraoperative delivery": "iort delivery",
        "source handling": "source handling | source loading",
        "delivery": "delivery | daily delivery | daily code | daily charge | daily treatment code | daily treatment "
        "charge | daily tx code | daily tx charge | delivery unit | delivery level | treatment level | delivery "
        "code | treatment delivery",
        "management": "management | mgmt | md code | doc code | doctor code | physician code | physicians code",
        "physics": "physics",
    }
)
