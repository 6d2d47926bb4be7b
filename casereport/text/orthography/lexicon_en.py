"""Medical terms, usual misspellings, and British and American forms of English words.

Source: compiled for this project (see the package's docstring).
"""

from __future__ import annotations

from casereport.text.orthography.words import entries

# Long terms and drugs: against these a near miss is told. Pairs that lie one letter apart
# (dysphagia, dysphasia) both stand here.
TERMS = """
abdominal abduction ablation abnormality abscess acetaminophen acromegaly acroosteolysis
actinomycosis acupuncture acyclovir adalimumab adduction adenocarcinoma adenomatous adenopathy
adjuvant adrenalectomy albendazole albuminuria allopurinol alopecia amiodarone amitriptyline
amlodipine amoxicillin amphotericin ampicillin amputation amyloidosis anaphylaxis anastomosis
anesthesia aneurysm angiography angioplasty angiosarcoma anorexia antibiotic antibody
anticoagulant anticoagulation antigen antinuclear anxiety aplastic appendectomy appendicitis
arrhythmia arteriole arteritis arthralgia arthritis arthrodesis arthroplasty arthroscopy ascites
aspergillosis aspiration asymptomatic atelectasis atherosclerosis atorvastatin atrophy
autoantibody autoimmune axillary azathioprine azithromycin bacteremia bacterial basophil
bevacizumab bilateral bilirubin biopsy bisphosphonate bleomycin blepharitis bosentan brachial
bradycardia bronchiectasis bronchiolitis bronchitis bronchoscopy brucellosis calcification
calcinosis calciphylaxis calcitonin candidiasis captopril carbamazepine carboplatin carcinoma
cardiomegaly cardiomyopathy cardiovascular carotid carpal catheter catheterization cefazolin
ceftazidime ceftriaxone cellulitis cephalexin cerebellar cerebellum cerebral cerebrospinal
cervical chemotherapy chloroquine cholangitis cholecystectomy cholecystitis cholesterol chondritis
chondrosarcoma chromosome ciprofloxacin cirrhosis cisplatin clarithromycin clindamycin clopidogrel
coagulation coagulopathy colchicine colectomy colonoscopy colposcopy comorbidity complication
computed congenital conjunctiva conjunctivitis consciousness contraindication contralateral
contrast convulsion corticosteroid costochondritis craniotomy creatinine cryoglobulinemia
cutaneous cyclophosphamide cyclosporine cyclosporin ciclosporin cytokine cytomegalovirus
dactylitis debridement deformity degenerative dehydration dehydrogenase demyelination deposition
dermatitis dermatologist dermatology dermatomyositis dermatosis dexamethasone diabetes diagnosis
diagnostic diaphragm diarrhea diazepam diclofenac differential digoxin diltiazem diplopia
discharge dislocation disseminated diuretic diverticulitis diverticulum docetaxel doxorubicin
doxycycline duodenum dysarthria dysfunction dysmotility dyspepsia dysphagia dysphasia dysphonia
dysplasia dyspnea dystonia dystrophic dystrophy echocardiography ectopic edematous
electrocardiogram electrocardiography electroencephalography electrolyte electromyography
electrophoresis embolism embolization emphysema enalapril encephalitis encephalopathy endocarditis
endocrine endometriosis endometrium endoscopy endothelial enoxaparin enteritis eosinophil
eosinophilia epidermis epididymitis epidural epigastric epilepsy epiphysis epistaxis epithelial
epithelium erythema erythematous erythrocyte erythromycin erythropoietin esomeprazole esophageal
esophagitis esophagus etanercept ethambutol etiology etoposide exacerbation examination excision
extracorporeal extraosseous extrapulmonary extremity femoral ferritin fibrillation fibrinogen
fibroblast fibromyalgia fibrosarcoma fibrosis fluconazole fluoroquinolone fluoxetine follicular
fracture furosemide gabapentin gallbladder ganciclovir gangrene gastrectomy gastritis
gastroenteritis gastroesophageal gastrointestinal gentamicin gingivitis glaucoma glioblastoma
glomerulonephritis glucocorticoid gonorrhea granuloma granulomatosis granulomatous gynecologist
gynecology haloperidol hallucination hemangioma hematemesis hematocrit hematologic hematology
hematoma hematuria hemiparesis hemiplegia hemochromatosis hemodialysis hemoglobin hemolysis
hemolytic hemophilia hemoptysis hemorrhage hemorrhagic hemorrhoid hemothorax heparin hepatitis
hepatocellular hepatoma hepatomegaly hepatosplenomegaly herniation heterogeneous heterozygous
histiocytosis histologic histology histopathology homogeneous homozygous hydrocephalus
hydrochlorothiazide hydrocortisone hydronephrosis hydroxychloroquine hydroxyzine hypercalcemia
hypercholesterolemia hyperglycemia hyperkalemia hyperlipidemia hypernatremia hyperparathyroidism
hyperphosphatemia hyperpigmentation hyperplasia hypersensitivity hypertension hyperthyroidism
hypertrophy hypocalcemia hypochromic hypoglycemia hypokalemia hyponatremia hypoparathyroidism
hypoplasia hypotension hypothermia hyperthermia hypothyroidism hypoxemia hypoxia hysterectomy
ibuprofen idiopathic iatrogenic imatinib immunocompromised immunodeficiency immunoglobulin
immunohistochemistry immunosuppressant immunosuppression immunosuppressive immunotherapy incidence
incontinence indomethacin infarction infection infectious infiltration inflammation inflammatory
infliximab inguinal inhibitor insomnia inspiratory insufficiency interferon interleukin
intermittent interphalangeal interstitial intervertebral intestinal intracranial intramuscular
intraoperative intraperitoneal intravenous intubation ipsilateral ischemia ischemic isoniazid
itraconazole jaundice keratitis keratosis ketoacidosis laceration lamotrigine laminectomy
laparoscopic laparoscopy laparotomy laryngeal laryngitis leiomyoma leiomyosarcoma leishmaniasis
leukemia leukocyte leukocytosis leukopenia levetiracetam levofloxacin levothyroxine ligament
lipoma liposarcoma lithotripsy lorazepam losartan lumbosacral lymphadenitis lymphadenopathy
lymphangioma lymphocyte lymphocytosis lymphoma macrocytic macrophage macroscopic malaise
malignancy malignant malnutrition mammography mastectomy mastitis mastoiditis mediastinum
mediastinal medication megaloblastic melanoma meningioma meningitis menorrhagia mesenteric
mesothelioma metabolic metacarpal metastasis metastatic metatarsal metformin methotrexate
methylprednisolone metoclopramide metoprolol metronidazole microcytic microscopic microscopy
micronodule microorganism microtubule minocycline mitochondrial mononuclear morphology
mucocutaneous mucormycosis multidisciplinary multifocal multiforme myasthenia mycobacterium
mycophenolate myelitis myelodysplastic myelofibrosis myeloma myelopathy myocardial myocarditis
myocardium myopathy myositis naproxen nasopharyngeal necrosis necrotic necrotizing neoplasm
nephrectomy nephritis nephropathy nephrotic neurofibroma neurofibromatosis neurologic neurological
neurologist neurology neuropathic neuropathy neurosurgery neutropenia neutrophil nifedipine
nodular normocytic nystagmus obstruction obstructive olanzapine olecranon omeprazole ondansetron
oophorectomy ophthalmic ophthalmologic ophthalmologist ophthalmology ophthalmoplegia
ophthalmoscopy opportunistic orthopedic osteoarthritis osteolysis osteolytic osteomalacia
osteomyelitis osteonecrosis osteopenia osteoporosis osteosarcoma outpatient inpatient paclitaxel
palliative palpable palpation palpitation pamidronate pancreas pancreatic pancreatitis
pancytopenia pantoprazole papilledema papillary paracetamol paralysis paranasal paraplegia
parasitic paraspinal parathyroid paravertebral parenchyma parenchymal paresthesia parotitis
pathogenesis pathologic pathological pathologist pathology pathophysiology pediatric pemphigus
pemphigoid penicillin pentoxifylline percutaneous perforation pericardial pericarditis pericardium
perineal perioperative periosteal peripheral peritoneal peritonitis peroneal phagocytosis
phalangeal phalanx pharyngitis phenobarbital phenotype phenytoin pheochromocytoma phlebitis
phosphatase phosphorus photophobia phototherapy physiotherapy pigmentation pituitary placenta
plasmapheresis pleural pneumonia pneumonitis pneumothorax polymerase polymerization polymorphism
polymyalgia polymyositis polyneuropathy posterolateral postoperative postpartum praziquantel
prednisolone prednisone pregabalin preoperative prevalence probenecid prognosis proliferation
prophylactic prophylaxis propranolol prostate prostatectomy prostatitis prosthesis proteinuria
prothrombin proximal pruritus pseudomonas pseudotumor psoriasis psoriatic psychiatric psychosis
pulmonary purpura pyelonephritis pyrazinamide quadriceps quetiapine radiculopathy radiograph
radiographic radiography radiologic radiological radiologist radiology radiotherapy ramipril
ranitidine recurrence recurrent regurgitation rehabilitation remission resection resistance
respiratory resuscitation reticular retinal retinitis retinopathy retroperitoneal rhabdomyolysis
rhabdomyosarcoma rheumatic rheumatoid rheumatologist rheumatology rifampicin rifampin risedronate
risperidone rituximab rivaroxaban salpingitis sarcoidosis sarcoma schistosomiasis schizophrenia
schwannoma sclerodactyly scleroderma sclerosis sclerosing sclerotic scoliosis seborrheic
septicemia sertraline serology sildenafil simvastatin sinusitis spirometry spironolactone
splenectomy splenomegaly spondylitis spondylosis squamous staphylococcal staphylococcus steatosis
stenosis stomatitis streptococcal streptococcus streptomycin subarachnoid subclavian subcutaneous
subdural sublingual submandibular supraclavicular surveillance suture sympathetic symptomatic
syncope syndrome synovial synovitis syphilis systemic systolic diastolic tachycardia tachypnea
tacrolimus tamoxifen telangiectasia tendinitis tendonitis tenderness tenosynovitis teratoma
tetracycline thalassemia therapeutic thoracic thoracotomy thrombocytopenia thrombocytosis
thromboembolism thrombophlebitis thrombosis thrombus thymectomy thyroidectomy thyroiditis
thyrotoxicosis tibial tinnitus tomography tonsillectomy tonsillitis toxoplasmosis tracheal
tracheostomy tramadol transaminase transfusion transplantation trastuzumab trauma traumatic
triamcinolone triglyceride trimethoprim sulfamethoxazole tuberculosis tubulointerstitial ulcerated
ulceration ulcerative ultrasonography ultrasound umbilical unilateral ureteral ureteritis urethral
urethritis urinalysis urticaria uveitis vaccination valacyclovir valproate valsartan vancomycin
varicella vascular vasculitis vasodilator vasospasm venlafaxine ventilation ventricle ventricular
verapamil vertebra vertebral vertigo vesicular vincristine vitiligo vomiting voriconazole warfarin
xanthogranulomatous zoledronic
"""

# Words of their own that lie one letter away from a term; found by asking larger word lists.
NEIGHBOURS = """
addiction arteriale autobody bacteriemia calcicosis carcinosis coloscopy colpectomy
colpomicroscopy congenial corectomy cutaneus dysbasia dysjunction dysphoria dysphrasia dystasia
endopericarditis epistasis erythematosus fibroplastic gentamycin granulomatosus hemiparaplegia
hemithorax hemobilia hepatology heterogenous homogenous homolysis homolytic hydrocephalous
hydroperinephrosis impatient incubation infectiosus inflection infraction injection leishmaniosis
mediation meditation menorrhalgia multivocal myopericarditis necrectomy necrology nephritic
nephrology nephrologist nephronic nephropathic neurectomy neuritis neurophilic neurotic
osteophytic palmation panesthesia panotitis parostitis parthogenesis patrology peroration
phobophobia phonophobia phosphorous phytotherapy podiatric precordial precordium pulpation
pupillary pythogenesis refection rejection subcutaneus tendosynovitis thoracostomy tocography
tonography topography tracheotomy transamidase uniliteral vehicular hemochromatosis implantation
interaction inspection injector rejector
"""

MISSPELLINGS = {
    "scerodactyly": "sclerodactyly", "extrasosseous": "extraosseous",
    "teleangiectasia": "telangiectasia", "telangectasia": "telangiectasia",
    "telangiectesia": "telangiectasia", "pruritis": "pruritus", "inflamation": "inflammation",
    "inflamatory": "inflammatory", "inflammed": "inflamed", "innoculate": "inoculate",
    "innoculation": "inoculation", "hemorrage": "hemorrhage", "hemmorhage": "hemorrhage",
    "hemmorrhage": "hemorrhage", "haemorrage": "haemorrhage", "diarrea": "diarrhea",
    "diarhea": "diarrhea", "opthalmology": "ophthalmology", "opthalmologist": "ophthalmologist",
    "opthalmic": "ophthalmic", "abcess": "abscess", "absess": "abscess",
    "asymptomtic": "asymptomatic", "assymptomatic": "asymptomatic", "assymetric": "asymmetric",
    "assymmetric": "asymmetric", "symtom": "symptom", "symtoms": "symptoms",
    "symptomes": "symptoms", "syndrom": "syndrome", "sindrome": "syndrome",
    "dignosis": "diagnosis", "diagnosys": "diagnosis", "diagosis": "diagnosis",
    "diagnosised": "diagnosed", "prognisis": "prognosis", "tretment": "treatment",
    "treatement": "treatment", "tratment": "treatment", "pateint": "patient",
    "patiant": "patient", "pateints": "patients", "paitent": "patient", "surgey": "surgery",
    "surgury": "surgery", "tumer": "tumor", "tumur": "tumor", "tummor": "tumor",
    "malignent": "malignant", "benigne": "benign", "anemai": "anemia", "thombosis": "thrombosis",
    "trombosis": "thrombosis", "trombocytopenia": "thrombocytopenia", "artheritis": "arthritis",
    "arthiritis": "arthritis", "rheumatiod": "rheumatoid", "rhumatoid": "rheumatoid",
    "reumatoid": "rheumatoid", "rheumatolgy": "rheumatology", "raynoud": "Raynaud",
    "reynaud": "Raynaud", "occured": "occurred", "occuring": "occurring",
    "occurence": "occurrence", "occurance": "occurrence", "recurrance": "recurrence",
    "recurence": "recurrence", "recieve": "receive", "recieved": "received",
    "recieving": "receiving", "refered": "referred", "refering": "referring",
    "prefered": "preferred", "seperate": "separate", "seperated": "separated",
    "seperately": "separately", "definately": "definitely", "accomodate": "accommodate",
    "acheive": "achieve", "acheived": "achieved", "adress": "address", "apparant": "apparent",
    "aparent": "apparent", "begining": "beginning", "beleive": "believe", "catagory": "category",
    "commitee": "committee", "comittee": "committee", "committment": "commitment",
    "comparision": "comparison", "concensus": "consensus", "consistant": "consistent",
    "persistant": "persistent", "resistent": "resistant", "resistence": "resistance",
    "existance": "existence", "incidance": "incidence", "prevalance": "prevalence",
    "independant": "independent", "developement": "development", "enviroment": "environment",
    "experiance": "experience", "familar": "familiar", "follwing": "following",
    "folowing": "following", "futher": "further", "goverment": "government", "heigth": "height",
    "wieght": "weight", "wheight": "weight", "immediatly": "immediately", "knowlege": "knowledge",
    "lenght": "length", "strenght": "strength", "manifestion": "manifestation",
    "manifestaion": "manifestation", "mesure": "measure", "neccessary": "necessary",
    "necesary": "necessary", "noticable": "noticeable", "posible": "possible",
    "posterier": "posterior", "anterier": "anterior", "presance": "presence",
    "presense": "presence", "probaly": "probably", "proccess": "process", "procedur": "procedure",
    "publically": "publicly", "recomend": "recommend", "recomended": "recommended",
    "reccommend": "recommend", "relevent": "relevant", "respitory": "respiratory",
    "resperatory": "respiratory", "responce": "response", "shoud": "should",
    "similiar": "similar", "sucess": "success", "succesful": "successful",
    "successfull": "successful", "succesfully": "successfully", "sugery": "surgery",
    "suppport": "support", "supress": "suppress", "supression": "suppression",
    "imunosuppression": "immunosuppression", "surveilance": "surveillance",
    "suspicous": "suspicious", "thier": "their", "teh": "the", "therefor": "therefore",
    "tomagraphy": "tomography", "transfered": "transferred", "tubercolosis": "tuberculosis",
    "ulsration": "ulceration", "unfortunatly": "unfortunately", "untill": "until",
    "vomitting": "vomiting", "wich": "which", "whith": "with", "writting": "writing",
    "catheterisaton": "catheterisation", "calcinosys": "calcinosis",
    "calcefication": "calcification", "calcifcation": "calcification", "esophogus": "esophagus",
    "oesophogus": "oesophagus", "esophageous": "esophagus", "phenomenom": "phenomenon",
    "phenomonon": "phenomenon", "extremeties": "extremities", "extremites": "extremities",
    "abdomial": "abdominal", "abdomenal": "abdominal", "gastrointestional": "gastrointestinal",
    "fatique": "fatigue", "nausia": "nausea", "naseua": "nausea", "swoolen": "swollen",
    "sweling": "swelling", "excission": "excision", "excercise": "exercise",
    "exersise": "exercise", "perscribed": "prescribed", "perscription": "prescription",
    "prescibed": "prescribed", "admited": "admitted", "dischaged": "discharged",
    "labratory": "laboratory", "laboratary": "laboratory", "radiograhpy": "radiography",
    "radiogragh": "radiograph",
}  # fmt: skip

# American and British forms of one word: a text keeps to one of them.
VARIANTS = """
esophagus oesophagus; esophageal oesophageal; tumor tumour; tumors tumours; anemia anaemia
anemic anaemic; edema oedema; hematoma haematoma; hemorrhage haemorrhage; hemorrhagic haemorrhagic
hemoglobin haemoglobin; hematology haematology; leukemia leukaemia; ischemia ischaemia
ischemic ischaemic; diarrhea diarrhoea; dyspnea dyspnoea; etiology aetiology; pediatric paediatric
orthopedic orthopaedic; gynecology gynaecology; gynecologist gynaecologist; anesthesia anaesthesia
cesarean caesarean; fetal foetal; fetus foetus; hypoglycemia hypoglycaemia
hyperglycemia hyperglycaemia; hypercalcemia hypercalcaemia; hypocalcemia hypocalcaemia
hypokalemia hypokalaemia; hyponatremia hyponatraemia; bacteremia bacteraemia
thalassemia thalassaemia; uremia uraemia; hematuria haematuria; hemolytic haemolytic; color colour
center centre; fiber fibre; behavior behaviour; leukocyte leucocyte; leukocytes leucocytes
sulfate sulphate; tendinitis tendonitis; cyclosporine cyclosporin ciclosporin; rifampin rifampicin
acetaminophen paracetamol; hemodialysis haemodialysis; celiac coeliac; labeled labelled
"""

EPONYMS = frozenset(
    entries(
        """
        raynaud sjogren crohn behcet hodgkin parkinson alzheimer huntington addison cushing
        graves hashimoto wilson marfan ehlers danlos kawasaki wegener takayasu felty still
        reiter barrett barre guillain babinski koch virchow trousseau chvostek murphy mcburney
        kaposi burkitt ewing paget castleman waldenstrom bence jones charcot romberg horner bell
        tourette down turner klinefelter edwards patau noonan williams prader willi angelman
        gaucher fabry pompe krabbe niemann pick hurler hunter von willebrand fanconi alport
        goodpasture henoch schonlein stevens johnson lyell sweet bowen darier nikolsky koebner
        auspitz gottron heberden bouchard dupuytren baker osgood schlatter legg perthes
        scheuermann pott colles smith monteggia galeazzi bennett hill sachs bankart lisfranc
        achilles thomsen osler weber rendu roth janeway libman eisenmenger fallot ebstein
        brugada wolff parkinson-white prinzmetal dressler budd chiari mallory weiss zenker
        plummer vinson meckel hirschsprung whipple peutz jeghers gardner lynch gilbert crigler
        najjar dubin rotor caroli mirizzi zollinger ellison conn sheehan simmonds kallmann
        albright mccune wermer sipple thibierge weissenbach winterbauer scheie rosai dorfman
        erdheim chester langerhans letterer siwe
        """
    )
)
"""Names of persons in names of diseases, without accents."""

KNOWN_ABBREVIATIONS = frozenset(
    entries(
        """
        CRP MRI CT DNA RNA ECG EKG EEG EMG WHO AIDS HIV ESR WBC RBC CBC ICU CPR PCR BMI BP HR
        CNS CSF IV IM SC MD PHD MSC BSC MPH DO RN US USA UK EU UN FDA CDC NIH ICMJE CARE COPE
        DOI ISSN ISBN ORCID URL PDF PMID PMCID SARS COVID HLA TNF IL IFN IGG IGM IGA IGE ANA HB
        HCT MCV ALT AST ALP LDH TSH FSH LH HCG GP ER OR CREST POEMS HELLP SAPHO MELAS TORCH
        VACTERL PHACE CHARGE CADASIL SPSS SD SE CI PET SPECT UV HE DICOM PH PO BID TID QID PRN
        OK AM PM ID NO VS AD BC BCE CE ATP ADP GABA LED RH ABO BCG DTP MMR OPV TV CD ROM RAM PC
        LSD LDL HDL VLDL TB UTI COPD ENT NSAID NSAIDS IQ DSM ICD TNM FIGO ASA NYHA APACHE SOFA
        ECMO IU INR PT PTT APTT CCP GCS FEV FVC PR RR APGAR
        """
    )
)
"""Abbreviations and names in capitals that stand in a report without being spelt out."""

ORDINARY_WORDS = frozenset(
    entries(
        """
        AND NOT OR NO YES ALL THE FOR WITH NOTE FIGURE TABLE CASE REPORT A I
        """
    )
)
