"""Given names that are common in Britain: what tells "Sandra Pell" from "Lugg Valley".

Belongs here: the list alone. Names that are places or surnames as often ("Chelsea", "Ashley", "Lincoln") are
left out. Does not belong here: what else tells a person (person_names.py).
"""

GIVEN_NAMES = frozenset(
    """
    Aaron Abdul Abigail Adam Adeola Adrian Agnes Ahmed Aidan Aileen Alan Alasdair Alastair Albert Alec Alex
    Alexander Alexandra Alfred Alice Alison Alistair Allan Amanda Amara Amber Amir Amy Andrea Andrew Andy
    Angela Angus Anita Ann Anna Anne Annette Annie Anthony Antony Anwen Arthur Arun Asha Asif Audrey Avril
    Ayesha Barbara Barry Beatrice Becky Ben Benjamin Bernadette Bernard Bert Beryl Beth Bethan Betty Beverley
    Bill Billy Bob Brenda Brendan Brian Bridget Bronwen Bryan Bryn Calum Cameron Carl Carla Carol Carole
    Caroline Carolyn Carys Catherine Cathy Catrin Cecily Ceri Charles Charlie Charlotte Cheryl Chloe Chris
    Christina Christine Christopher Claire Clare Clive Colette Colin Colleen Connor Craig Cyril Dai Daisy Dan
    Daniel Danny Daphne Darren Dave David Davina Dawn Dean Debbie Deborah Declan Deepa Deirdre Delia Denis
    Denise Dennis Derek Desmond Dev Diana Diane Dilys Dominic Don Donald Donna Doreen Dorothy Doug Douglas
    Duncan Dylan Ed Eddie Edith Edna Edward Edwina Eileen Eilidh Elaine Eleanor Elinor Elizabeth Ella Ellen
    Ellie Elsie Emily Emma Eric Erica Esther Ethel Euan Eunice Eve Evelyn Ewan Farah Fatima Fergus Fiona
    Florence Frances Francis Frank Fraser Fred Freda Freya Gail Gareth Gary Gavin Gemma Geoff Geoffrey George
    Georgia Georgina Gerald Geraldine Gerard Gerry Gethin Gill Gillian Gina Gladys Glenys Glyn Grace Graeme
    Graham Grant Greg Gregory Gwen Gwyn Gwyneth Hamish Hannah Harold Harriet Harry Hassan Hazel Heather Helen
    Helena Henry Hilary Hilda Howard Huw Hywel Iain Ian Ida Imogen Imran Iqbal Irene Iris Isabel Isla Ivor
    Ivy Jack Jackie Jacqueline Jacqui James Jamie Jan Jane Janet Janice Jason Javed Jayne Jean Jeff Jeffrey
    Jennifer Jenny Jeremy Jess Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jock Joe John Jon Jonathan Joseph
    Josephine Joshua Joy Joyce Judith Judy Julia Julian Julie June Justin Kamal Karen Karl Kate Kath
    Katharine Katherine Kathleen Kathryn Kathy Katie Kay Keith Kelly Kelvin Ken Kenneth Kerry Kevin Kieran
    Kim Kirsty Kitty Krishna Lara Laura Laurence Lauren Lawrence Leanne Len Leonard Lesley Leslie Lewis Liam
    Lily Linda Lindsay Lisa Liz Lizzie Lois Loretta Lorna Lorraine Louis Louise Lucy Luke Lynda Lynn Lynne
    Madeleine Maggie Mairi Malcolm Mandy Marcus Margaret Maria Marian Marie Marion Mark Marlene Martha Martin
    Martyn Mary Matt Matthew Maud Maureen Maurice Mavis Max May Megan Meera Mel Melanie Meryl Michael
    Michelle Mick Miles Mike Miriam Mohammed Mohan Moira Mollie Molly Monica Morag Moira Muhammad Muriel
    Nadia Nan Nancy Naomi Natalie Natasha Neil Nerys Nesta Niall Nicholas Nick Nicola Nicole Nigel Nina Noel
    Nora Noreen Norma Norman Olive Oliver Olivia Olwen Omar Owain Owen Pam Pamela Pat Patricia Patrick Paul
    Paula Pauline Pearl Peggy Penny Percy Pete Peter Petra Phil Philip Philippa Phillip Phyllis Pippa Polly
    Priya Rachel Rajesh Ralph Ravi Ray Raymond Rebecca Reg Rhian Rhiannon Rhodri Rhona Rhys Richard Rita Rob
    Robert Robin Rod Roderick Rodney Roger Roisin Ron Ronald Rory Rosa Rosalind Rose Rosemary Ross Rowena Roy
    Ruby Rupert Russell Ruth Ryan Sajid Sally Sam Samantha Samuel Sandra Sandy Sanjay Sara Sarah Sean Shabana
    Shane Sharon Shaun Sheena Sheila Shirley Shona Sian Sid Simon Sinead Siobhan Sonia Sophia Sophie Stan
    Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Suki Sunil Susan Susannah Susie Suzanne
    Sybil Sylvia Tamsin Tanya Tara Ted Teresa Terence Terry Tessa Thea Thelma Theresa Thomas Tim Timothy Tina
    Toby Tom Tommy Tomos Tony Tracey Tracy Trevor Tricia Trudy Una Ursula Val Valerie Vanessa Vera Vernon
    Veronica Vicky Victor Victoria Viv Vivien Vijay Walter Wanda Wendy Wes Wilf Wilfred Will William Winifred
    Winston Yasmin Yvette Yvonne Zara Zoe
    """.split()
)
