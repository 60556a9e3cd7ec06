"""Given names that are common in Britain: what tells "Sandra Pell" from "Lugg Valley".

Belongs here: the list alone. Names that are places or surnames as often ("Chelsea", "Ashley", "Lincoln") are
left out. Does not belong here: what else tells a person (person_names.py).
"""

GIVEN_NAMES = frozenset(
    """
    Aaron Abdul Abigail Adam Adeola Adrian Agnes Ahmed Aidan Aileen Aisha Alan Alasdair Alastair Albert
    Alec Alex Alexander Alexandra Alfred Alice Alison Alistair Allan Alun Amanda Amara Amber Amina Amir
    Amrit Amy Andrea Andrew Andy Angela Angus Anil Anita Ann Anna Annabel Anne Annette Annie Anthea
    Anthony Antony Anwen Aoife Arthur Arun Asha Asif Audrey Avril Ayesha Barbara Barrie Barry Beatrice
    Becky Ben Benjamin Bernadette Bernard Bernie Bert Beryl Beth Bethan Betty Bev Beverley Bill Billy Bob
    Bola Brenda Brendan Brian Bridget Bronwen Bryan Bryn Bryony Callum Calum Cameron Carl Carla Carol
    Carole Caroline Carolyn Carys Catherine Cathy Catrin Cecily Ceri Charles Charlie Charlotte Cheryl
    Chidi Chloe Chris Christina Christine Christopher Claire Clare Clive Colette Colin Colleen Colm Connor
    Conor Corin Craig Cyril Dai Daisy Dan Daniel Danny Daphne Darren Dave David Davina Dawn Dean Deb
    Debbie Deborah Declan Deepa Deirdre Delia Denis Denise Dennis Derek Desmond Dev Diana Diane Dilwyn
    Dilys Dominic Don Donald Donna Doreen Dorothy Doug Douglas Duncan Dylan Ed Eddie Edith Edna Edward
    Edwina Eileen Eilidh Elaine Eleanor Eleri Elin Elinor Elizabeth Ella Ellen Ellie Elsie Emily Emma Eric
    Erica Esther Ethel Euan Eunice Eve Evelyn Ewan Farah Farida Fatima Fay Fearghal Femi Fergus Fiona
    Florence Fran Frances Francis Frank Fraser Fred Freda Freya Gail Gareth Gary Gavin Gaynor Ged Gemma
    Geoff Geoffrey George Georgia Georgina Geraint Gerald Geraldine Gerard Gerry Gethin Giles Gill Gillian
    Gina Gladys Glenys Glyn Glynis Gordon Graeme Graham Grahame Grant Greg Gregory Greta Gwen Gwyn Gwyneth
    Hamish Hannah Harold Harriet Harry Hassan Hazel Heather Heidi Helen Helena Helga Henry Hetty Hilary
    Hilda Howard Hugh Hugo Huw Hywel Iain Ian Ida Imogen Imran Ines Ingrid Iqbal Irene Isaac Isabel Isla
    Isobel Ivor Jack Jackie Jacqueline Jacqui James Jamie Jan Jane Janet Janice Janine Jas Jason Javed
    Jayne Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jess Jessica Jill Jim Jimmy Jo Joan Joanna Joanne
    Jocelyn Jock Joe John Jon Jonah Jonathan Joseph Josephine Josh Joshua Josie Joy Joyce Judith Judy
    Julia Julian Julie June Justin Kamal Karen Karim Karin Karl Kate Kath Katharine Katherine Kathleen
    Kathryn Kathy Katie Kay Keith Kelly Kelvin Ken Kenneth Kerry Kev Kevin Kieran Kim Kirsty Kitty Krishna
    Kwame Lara Laura Lauren Laurence Lawrence Leanne Len Lena Leonard Leroy Lesley Leslie Lewis Liam Lily
    Linda Lindsay Lisa Liz Lizzie Lois Loretta Lorna Lorraine Louis Louise Lucinda Lucy Luke Lydia Lynda
    Lynn Lynne Madeleine Maggie Mairi Malcolm Mandy Marcus Margaret Margery Maria Marian Marie Marion
    Marjorie Mark Marlene Martha Martin Martyn Mary Matilda Matt Matthew Maud Maureen Maurice Mavis Max
    May Meera Meg Megan Mel Melanie Meryl Michael Michelle Mick Mike Miles Milly Miriam Mohammed Mohan
    Moira Mollie Molly Monica Morag Morwenna Muhammad Murdo Muriel Nadia Nadine Nan Nancy Naomi Natalie
    Natasha Ned Neil Nerys Nesta Niall Niamh Nicholas Nick Nicola Nicole Nigel Nina Nisha Noel Nora Noreen
    Norma Norman Nuala Olga Olive Oliver Olivia Olu Olwen Omar Oonagh Oscar Owain Owen Paddy Pam Pamela
    Pat Patricia Patrick Paul Paula Pauline Pearl Peggy Penny Percy Pete Peter Petra Phil Philip Philippa
    Phillip Phyllis Piers Pippa Polly Priya Rachel Rahul Rajan Rajesh Ralph Ravi Ray Raymond Rebecca Reg
    Rhian Rhiannon Rhodri Rhona Rhys Richard Rita Rob Robert Robin Rod Roderick Rodney Roger Roisin Roland
    Ron Ronald Rory Ros Rosa Rosalind Rose Rosemary Rosie Ross Rowena Roy Rupert Russell Ruth Ryan Sajid
    Sally Sam Samantha Samuel Sandra Sandy Sanjay Sara Sarah Seamus Sean Shabana Shane Sharon Shaun Shauna
    Shaz Sheena Sheila Shirin Shirley Shona Sian Sid Simon Simone Sinead Siobhan Sioned Siân Sonia Sophia
    Sophie Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sukhi Suki Sunil Sunita Susan
    Susannah Susie Suzanne Sybil Sylvia Tamsin Tanya Tara Tariq Ted Terence Teresa Terry Tess Tessa Thea
    Thelma Theresa Thomas Tim Timothy Tina Tobias Toby Tom Tommy Tomos Tony Tracey Tracy Trevor Tricia
    Trish Trudy Una Ursula Val Valerie Vanessa Vera Verity Vernon Veronica Vicky Victor Victoria Vijay
    Vikram Vince Viv Vivien Walter Wanda Wendy Wes Wilf Wilfred Will William Willie Wilma Winifred Winston
    Yasmin Yusuf Yvette Yvonne Zara Zoe
    """.split()
)
